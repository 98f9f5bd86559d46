"""Names of months, weekdays, seasons and holidays as regular expressions, for the date recognizer."""

from typing import Final

MONTHS: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
#: Months whose written-out name is no other word, no given name and no lab abbreviation.
PLAIN_MONTHS: Final = r"(?:january|february|july|september|october|november|december)"
#: Months in Spanish, French, German, Portuguese, Italian and Polish, as they stand after a day.
FOREIGN_MONTHS: Final = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
    r"|janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre"
    r"|januar|j[äa]nner|februar|m[äa]rz|juni|juli|oktober|dezember"
    r"|janeiro|fevereiro|mar[çc]o|maio|junho|julho|setembro|outubro|novembro|dezembro"
    r"|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre"
    r"|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrze[sś]nia|pa[zź]dziernika|listopada"
    r"|grudnia)"
)
#: Words before a bare month that make it one: "in May", "since Aug", "early June".
BEFORE_MONTH: Final = (
    r"(?:in|since|until|til|till|by|from|thru|through|during|last|next|this|early|mid|late|end[ ]of|of|around"
    r"|before|after|every)"
)
WEEKDAYS: Final = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat"
    r"(?:urday)?|sun(?:day)?)"
)
FULL_WEEKDAYS: Final = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
SEASONS: Final = r"(?:spring|summer|fall|autumn|winter)"
ORDINAL_WORDS: Final = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    r"|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
    r"|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[- ]first)"
).replace("- ", r"-\ ")
HOLIDAYS: Final = r"""(?:
    christmas(?:[ ](?:eve|day))?|x-?mas(?:[ ](?:eve|day))?|noche[ ]?buena|navidad|boxing[ ]day|hanukkah
    |chanukah|kwanzaa|new[ ]year['’]s(?:[ ](?:eve|day))?|new[ ]years?[ ](?:eve|day)|thanksgiving(?:[ ]day)?
    |black[ ]friday|halloween|veteran['’]?s['’]?[ ]day|columbus[ ]day|indigenous[ ]peoples['’]?[ ]day
    |election[ ]day|labou?r[ ]day|independence[ ]day|(?:the[ ])?(?:4th|fourth)[ ]of[ ]july|juneteenth
    |memorial[ ]day|mother['’]?s['’]?[ ]day|father['’]?s['’]?[ ]day|cinco[ ]de[ ]mayo|orthodox[ ]easter
    |easter(?:[ ](?:sunday|monday))?|good[ ]friday|palm[ ]sunday|ash[ ]wednesday|maundy[ ]thursday
    |holy[ ]week|mardi[ ]gras|fat[ ]tuesday|lent(?=[ ](?:19|20)\d\d)|pentecost
    |all[ ](?:saints|souls)['’]?[ ]day|st\.?[ ]patrick['’]?s?[ ]day|st\.?[ ]paddy['’]?s[ ]day
    |valentine['’]?s?[ ]day|groundhog[ ]day|presidents?['’]?s?[ ]day|mlk(?:[ ]jr\.?)?[ ]day
    |martin[ ]luther[ ]king(?:[ ]jr\.?)?[ ]day|patriots?['’]?[ ]day|tax[ ]day|earth[ ]day|flag[ ]day|ramadan
    |eid(?:[ ]al-?[ ]?(?:fitr|adha))?|ashura|nowruz|norooz|diwali|deepavali
    |holi(?=[ ](?:festival|day|weekend))|passover|pesach|purim|rosh[ ]hashanah?|yom[ ]kippur|sukkot|shavuot
    |(?:lunar|chinese|vietnamese|hmong)[ ]new[ ]year|t[eế]t(?=[ ](?:holiday|festival|weekend))|songkran
    |vesak|canada[ ]day|bastille[ ]day|guy[ ]fawkes(?:[ ](?:day|night))?|anzac[ ]day|australia[ ]day
    |d[ií]a[ ]de[ ](?:los[ ]muertos|reyes)|three[ ]kings['’]?[ ]day|semana[ ]santa|pascua|weihnachten
    |heiligabend|silvester(?=[ ](?:abend|night))|ostern|no[eë]l(?=[ ](?:19|20)\d\d)|p[âa]ques|wielkanoc
    |bo[zż]e[ ]narodzenie|wigilia|super[ ]bowl[ ]sunday|april[ ]fools?['’]?s?(?:[ ]day)|leap[ ]day
)"""
