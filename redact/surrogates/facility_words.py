"""The words that facilities' names are made of: what kind they are, saints, chains, and names to draw."""

from typing import Final

from ..recognizers.wordlist import word_list

#: Words that say what kind of place a facility is: they stay.
KINDS: Final = frozenset(
    word_list(
        """hospital hospitals hosp medical center centre ctr group associates assoc clinic clinics infirmary
    health healthcare system network services service partners care department dept rehab rehabilitation
    institute nursing home homes facility snf ltac manor hospice assisted living senior memory treatment
    recovery house detox pharmacy drug drugs drugstore apothecary laboratory laboratories lab labs
    diagnostics imaging radiology dialysis surgical surgery surgicenter endoscopy urgent dental
    dentistry orthopedics orthopaedics orthopedic pediatrics pediatric paediatrics dermatology oncology
    cardiology neurology eye vision optical physicians physician general regional memorial community
    practice skilled spine pain therapy therapies counseling psychological psychiatry psychiatric
    behavioral behavioural mental aba wellness women's womens children's childrens kids elementary
    middle high school schools academy preschool daycare kindergarten montessori college university univ
    seminary church chapel cathedral parish temple synagogue mosque ministries shelter mission housing
    lodge apartments foundation agency llc inc corp corporation co company bros sons industries
    logistics trucking freight railroad lines airlines steel storage supply construction roofing
    plumbing electric janitorial cleaners salon farm farms food foods dairy bakery brewery market
    grocery restaurant diner cafe pizza grill deli casino hotel motel inn mill mills plant warehouse
    manufacturing motors auto tire bank seed feed hardware depot library museum theater theatre stadium
    gym fitness police sheriff's office fire rescue district ems ambulance transport detention
    correctional jail prison family medicine primary internal physical speech occupational sports acute
    long term infusion cancer heart stroke trauma emergency unit ward floor pavilion tower wing pod
    suite campus site main outpatient inpatient ambulatory public county state city national veterans
    affairs va vamc of the and at for de del la las los y in on day child adult youth early learning
    development developmental services' sleep allergy asthma ent gi ob gyn obgyn birth birthing
    specialty specialists hearing foot ankle hand joint skin blood plasma donor icu ed er or micu sicu
    nicu pacu cvicu ccu"""
    )
)
SAINT: Final = frozenset(word_list("st saint ste st. ste. sta santa san"))
SAINTS: Final = word_list(
    """Agnes Ambrose Anselm Barnabas Bernadette Brendan Cecilia Clement Columba Dominic Dunstan Fabian
    Genevieve Gerard Hilda Ignatius Jerome Kateri Ludmila Malachy Monica Norbert Odilia Philomena
    Raphael Stanislaus Swithin Thaddeus Ursula Veronica Winifred Zita"""
)
NAMES: Final = word_list(
    """Amberfield Ashgrove Bayhurst Birchmont Bluewater Brackenridge Briarwood Brookhaven Cedarcrest
    Clearview Cliffside Copperfield Crestwood Deerfield Eastbrook Elmcrest Fairhaven Fernridge Foxwood
    Glenbrook Greenhaven Harborside Hawthorne Highgate Hollybrook Ironwood Kestrel Lakecrest Larkspur
    Lindenhurst Longmeadow Maplecrest Meadowbrook Mossgrove Northgate Oakhaven Orchardview Pinehurst
    Quailwood Ravenswood Redstone Ridgeview Riverbend Rockbridge Sagewood Silverlake Stonegate
    Summerfield Tamarind Thornbury Tidewater Trillium Valleybrook Waterford Westhaven Whitestone
    Wildrose Willowmere Windcrest Woodhaven"""
)
_CHAINS: Final = (
    "walgreens=Walgreens walgreen=Walgreens cvs=CVS rite_aid=Rite_Aid duane_reade=Duane_Reade",
    """optum_rx=Optum_Rx optumrx=OptumRx caremark=Caremark express_scripts=Express_Scripts""",
    """walmart=Walmart wal-mart=Walmart costco=Costco kroger=Kroger publix=Publix safeway=Safeway
    albertsons=Albertsons meijer=Meijer wegmans=Wegmans hy-vee=Hy-Vee giant_eagle=Giant_Eagle
    food_lion=Food_Lion heb=HEB h-e-b=HEB""",
    "quest=Quest quest_diagnostics=Quest_Diagnostics labcorp=Labcorp lab_corp=Labcorp",
    "mayo_clinic=Mayo_Clinic cleveland_clinic=Cleveland_Clinic",
    "davita=DaVita fresenius=Fresenius",
    """mcdonald's=McDonald's mcdonalds=McDonald's starbucks=Starbucks waffle_house=Waffle_House
    burger_king=Burger_King taco_bell=Taco_Bell pizza_hut=Pizza_Hut domino's=Domino's wendy's=Wendy's
    chick-fil-a=Chick-fil-A chipotle=Chipotle""",
    "home_depot=Home_Depot lowe's=Lowe's dollar_general=Dollar_General dollar_tree=Dollar_Tree amazon=Amazon",
    "fedex=FedEx ups=UPS union_pacific=Union_Pacific bnsf=BNSF amtrak=Amtrak greyhound=Greyhound",
)
#: Chains of shops, pharmacies, laboratories and employers, by kind: lower-case name -> usual form.
CHAINS: Final = tuple(
    dict(pair.replace("_", " ").split("=") for pair in word_list(chain)) for chain in _CHAINS
)
