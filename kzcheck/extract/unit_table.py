"""The units that figures come in, as tables; `units` reads them.

Names are English singular, as an answer shows them. A row is

    kind | name | words | symbols | tight symbols

Words match in any case, in the plural as written, after a space or a hyphen or nothing; symbols match
as written, and in any case when they have three letters or more; tight symbols only directly behind the
digits, since they are common words or letters elsewhere ("in", "s"). A `·` in words stands for a space.
"""

UNITS = """
percentage  | percent             | percent per·cent percents pct pc prcnt             | % ٪ ﹪ ％        |
percentage  | percentage point    | percentage·point percentage·points percent·points %·points |  |
percentage  | percentage point    | %·point ppts | pp ppt |
percentage  | basis point         | basis·point basis·points                           | bp bps          |
measure     | point               | point points pt pts                                |                 |

duration    | second              | second seconds sec secs                            |                 | s
duration    | minute              | minute minutes min mins                            |                 |
duration    | hour                | hour hours hr hrs                                  | h               |
duration    | day                 | day days                                           |                 |
duration    | week                | week weeks wk wks                                  |                 |
duration    | fortnight           | fortnight fortnights                               |                 |
duration    | month               | month months                                       |                 |
duration    | year                | year years yr yrs                                  |                 |
duration    | decade              | decade decades                                     |                 |
duration    | century             | century centuries                                  |                 |
duration    | millennium          | millennium millennia millenniums                   |                 |
duration    | millisecond         | millisecond milliseconds                           | ms              |
duration    | microsecond         | microsecond microseconds                           | µs μs           |
duration    | nanosecond          | nanosecond nanoseconds                             |                 | ns

measure     | mile                | mile miles                                         | mi              |
measure     | yard                | yard yards yd yds                                  |                 |
measure     | foot                | foot feet ft ft.                                   | ′               |
measure     | inch                | inch inches                                        | ″               | in
measure     | nautical mile       | nautical·mile nautical·miles                       | nmi             |
measure     | light-year          | light-year light-years light·year light·years      |                 |
measure     | astronomical unit   | astronomical·unit astronomical·units               | AU              |
measure     | furlong             | furlong furlongs                                   |                 |
measure     | fathom              | fathom fathoms                                     |                 |

measure     | acre                | acre acres                                         |                 |
measure     | hectare             | hectare hectares                                   | ha              |
measure     | square foot         | square·foot square·feet sq·ft sq.·ft. sq.·ft sqft sq·feet | ft2 ft²  |
measure     | square inch         | square·inch square·inches sq·in                    | in2 in²         |
measure     | square yard         | square·yard square·yards sq·yd                     |                 |
measure     | square mile         | square·mile square·miles sq·mi sq.·mi. sq·miles    | mi2 mi²         |
measure     | square metre        | square·metre square·metres square·meter square·meters sq·m |  |
measure     | square metre        | sqm | m2 m² ㎡ |
measure     | square kilometre    | square·kilometre square·kilometres square·kilometer |  |
measure     | square kilometre    | square·kilometers sq·km sq.·km | km2 km² ㎢ |
measure     | square centimetre   | square·centimetre square·centimetres square·centimeter |  |
measure     | square centimetre   | square·centimeters | cm2 cm² |
measure     | cubic metre         | cubic·metre cubic·metres cubic·meter cubic·meters  | m3 m³           |
measure     | cubic kilometre     | cubic·kilometre cubic·kilometres cubic·kilometer |  |
measure     | cubic kilometre     | cubic·kilometers | km3 km³ |
measure     | cubic centimetre    | cubic·centimetre cubic·centimetres cubic·centimeter |  |
measure     | cubic centimetre    | cubic·centimeters cc | cm3 cm³ |
measure     | cubic foot          | cubic·foot cubic·feet cu·ft                        | ft3 ft³         |
measure     | cubic inch          | cubic·inch cubic·inches cu·in                      | in3 in³         |
measure     | cubic yard          | cubic·yard cubic·yards                             |                 |
measure     | cubic mile          | cubic·mile cubic·miles                             |                 |
measure     | billion cubic metre | bcm                                                |                 |
measure     | acre-foot           | acre-foot acre-feet acre·foot acre·feet            |                 |

measure     | gallon              | gallon gallons gal gals                            |                 |
measure     | quart               | quart quarts qt                                    |                 |
measure     | pint                | pint pints                                         |                 |
measure     | cup                 | cup cups                                           |                 |
measure     | tablespoon          | tablespoon tablespoons tbsp tbs                    |                 |
measure     | teaspoon            | teaspoon teaspoons tsp                             |                 |
measure     | fluid ounce         | fluid·ounce fluid·ounces fl·oz fl.·oz.             |                 |
measure     | barrel              | barrel barrels bbl bbls                            |                 |
measure     | bushel              | bushel bushels                                     |                 |

measure     | pound-mass          | pound pounds lb lbs lb. lbs. pound-mass            |                 |
measure     | ounce               | ounce ounces oz oz.                                |                 |
measure     | troy ounce          | troy·ounce troy·ounces                             |                 |
measure     | stone               | stone                                              |                 |
measure     | ton                 | ton tons                                           |                 |
measure     | metric ton          | tonne tonnes metric·ton metric·tons metric·tonne metric·tonnes | | t
measure     | short ton           | short·ton short·tons                               |                 |
measure     | long ton            | long·ton long·tons                                 |                 |
measure     | kiloton             | kiloton kilotons kilotonne kilotonnes              | kt              |
measure     | megaton             | megaton megatons megatonne megatonnes              | Mt              |
measure     | gigaton             | gigaton gigatons gigatonne gigatonnes              | Gt              |
measure     | carat               | carat carats                                       |                 |
measure     | dram                | dram drams drachma drachmas                        |                 |

measure     | mile per hour       | mph mile-per-hour                                  |                 |
measure     | kilometre per hour  | kph kmh kmph kmhr                                  |                 |
measure     | knot                | knot knots                                         |                 |
measure     | mile per gallon     | mpg                                                |                 |
measure     | revolution per minute | rpm                                              |                 |
measure     | beat per minute     | bpm                                                |                 |
measure     | frame per second    | fps                                                |                 |
measure     | parts-per-million   | ppm parts-per-million                              |                 |
measure     | parts-per-million   | parts·per·million part·per·million |                 |
measure     | parts-per-billion   | ppb parts-per-billion                              |                 |
measure     | parts-per-billion   | parts·per·billion part·per·billion |                 |
measure     | decibel             | decibel decibels                                   | dB dBA          |
measure     | megapixel           | megapixel megapixels                               | MP              |

measure     | horsepower          | horsepower hp bhp horsepowers                      | PS ps           |
measure     | newton metre        | newton·metre newton·metres newton·meter newton·meters |  |
measure     | newton metre        | newton-metre newton-metres newton-meter newton-meters | Nm N·m |
measure     | foot pound-force    | pound-foot pound-feet foot-pound foot-pounds foot·pounds lb-ft |  |
measure     | foot pound-force    | ft-lb ft-lbs lb·ft ft·lb lbs·ft lb.-ft. |  |
measure     | pound per square inch | psi                                              |                 |
measure     | barrel per day      | bpd                                                | b/d             |
measure     | atmosphere          | atmospheres                                        | atm             |
measure     | ampere              | ampere amperes amp amps                            | mA kA           |
measure     | milliampere hour    | milliampere·hour milliampere·hours                 | mAh             |
measure     | british thermal unit | btu btus                                          |                 |
measure     | calorie             | calorie calories                                   |                 |
measure     | kilogram per square metre |                                              | kg/m2 kg/m²     |
measure     | kilocalorie         | kilocalorie kilocalories kcal                      |                 |
measure     | dot per inch        | dpi                                                |                 |
measure     | fold                | fold                                               |                 |
measure     | point per game      | ppg                                                |                 |
measure     | rebound per game    | rpg                                                |                 |
measure     | assist per game     | apg                                                |                 |
measure     | turn                | turn turns                                         |                 |
measure     | radian              | radian radians                                     | rad             |

temperature | celsius             | celsius celcius centigrade centigrate | °C ºC ℃ °celsius             | C
temperature | celsius             | degree·celsius degrees·celsius deg·celsius degree·celcius |  |
temperature | celsius             | degrees·celcius degree·centigrade degrees·centigrade deg·c |  |
temperature | celsius             | degree·c degrees·c degrees-celsius |  |
temperature | fahrenheit          | fahrenheit farenheit | °F ºF ℉ °fahrenheit                           | F
temperature | fahrenheit          | degree·fahrenheit degrees·fahrenheit deg·fahrenheit |  |
temperature | fahrenheit          | degree·farenheit degrees·farenheit deg·f degree·f degrees·f |  |
temperature | fahrenheit          | degrees-fahrenheit |  |
temperature | kelvin              | kelvin kelvins degrees·kelvin degree·kelvin        |                 | K
measure     | degree              | degree degrees deg deg.                            | ° º             |
"""

# name | words | base symbols | symbols of multiples; a base symbol in brackets is tight
PREFIXED_UNITS = """
metre         | metre meter           | m   | km hm dm cm mm µm nm
litre         | litre liter           | (l) (L) | kl dl cl ml µl kL dL cL mL µL
gram          | gram gramme           | g   | kg mg µg ng
watt          | watt                  | W   | mW kW MW GW TW
watt hour     | watt-hour watt·hour watthour | Wh | kWh MWh GWh TWh
joule         | joule                 | (J) | kJ MJ GJ TJ PJ EJ
volt          | volt                  | V   | mV kV MV
hertz         | hertz                 | Hz  | kHz MHz GHz THz
pascal        | pascal                | Pa  | hPa kPa MPa GPa
newton        | newton                | (N) | mN kN MN
electronvolt  | electronvolt electron·volt | eV | keV MeV GeV TeV
byte          | byte                  |     | kB MB GB TB PB EB
bit           | bit                   |     | kb Mb Gb Tb
gray          | gray                  |     | mGy µGy
sievert       | sievert               | Sv  | mSv µSv
bar           |                       |     | mbar
"""
PREFIXES = {
    "E": "exa",
    "P": "peta",
    "T": "tera",
    "G": "giga",
    "M": "mega",
    "k": "kilo",
    "h": "hecto",
    "d": "deci",
    "c": "centi",
    "m": "milli",
    "µ": "micro",
    "n": "nano",
    "p": "pico",
}
LOOSE_SYMBOLS = {
    "KB": "kilobyte",
    "Kb": "kilobit",
    "mb": "megabit",
    "gb": "gigabyte",
    "KW": "kilowatt",
    "kw": "kilowatt",
    "KWh": "kilowatt hour",
    "kwh": "kilowatt hour",
    "mw": "megawatt",
    "Km": "kilometre",
    "KM": "kilometre",
    "Kg": "kilogram",
    "KG": "kilogram",
    "kgs": "kilogram",
    "kms": "kilometre",
    "mcg": "microgram",
    "Kbps": "kilobit per second",
    "kbps": "kilobit per second",
    "Mbps": "megabit per second",
    "Gbps": "gigabit per second",
    "MBps": "megabyte per second",
    "mpbs": "megabit per second",
    "bpm": "beat per minute",
    "ghz": "gigahertz",
    "mhz": "megahertz",
    "khz": "kilohertz",
    "hz": "hertz",
}

LOWER_CODES = (
    "USD",
    "EUR",
    "GBP",
    "RMB",
    "CNY",
    "AUD",
    "CAD",
    "NZD",
    "JPY",
    "INR",
    "CHF",
    "HKD",
    "SGD",
    "SEK",
    "NOK",
    "DKK",
    "AED",
    "THB",
    "PLN",
    "CZK",
    "HUF",
    "RUB",
    "KZT",
    "UAH",
    "BRL",
    "MXN",
    "KRW",
    "ZAR",
    "MYR",
    "IDR",
    "VND",
    "SAR",
    "EGP",
    "NGN",
    "KES",
    "TWD",
    "BTC",
    "ETH",
)
"""Codes that are also written small, and are no words then."""
# name | words | signs before or behind the number | codes
CURRENCIES = """
dollar             | dollar dollars us·dollar us·dollars |  |
dollar             | u.s.·dollars u.s.·dollar |  |
dollar             | american·dollars buck bucks | $ us$ usd$ u.s.$ u.s.·$ us·$ $us us·dollar | USD
cent               | cent cents us·cents u.s.·cents                               | ¢            |
canadian cent      | canadian·cent canadian·cents                                 |              |
euro               | euro euros                                                   | €            | EUR
pound sterling     | pound·sterling pounds·sterling british·pounds british·pound sterling |  |
pound sterling     | quid | £ gb£ | GBP PS
centime            | centime centimes                                             |              |
indian paisa       | paise paisa indian·paise                                     |              |
indian paisa       | paise paisa indian·paise                                     |              |
penny              | penny pence pennies                                          | p            |
australian dollar  | australian·dollar australian·dollars aussie·dollars          | a$ au$ aud$ $a | AUD
canadian dollar    | canadian·dollar canadian·dollars | c$ ca$ can$ cad$ c·$ $c | CAD
new zealand dollar | new·zealand·dollar new·zealand·dollars                       | nz$ nz·$ nzd$     | NZD
hong kong dollar   | hong·kong·dollar hong·kong·dollars                           | hk$ hk·$ hkd$     | HKD
singaporean dollar | singapore·dollar singapore·dollars singaporean·dollars singaporean·dollar | s$ sg$ | SGD
new taiwan dollar  | taiwan·dollar taiwan·dollars new·taiwan·dollars              | nt$ nt·$     | TWD
jamaican dollar    | jamaican·dollar jamaican·dollars                             | j$           | JMD
chinese yuan       | yuan kuai chinese·yuan rmb renminbi | cn¥ 元       | CNY RMB
japanese yen       | yen japanese·yen                                             | ¥ jp¥ ￥ 円 y=  | JPY
south korean won   | won korean·won south·korean·won                                  | ₩            | KRW
north korean won   | north·korean·won                                             |              | KPW
indian rupee       | indian·rupee indian·rupees                      | ₹ rs rs. re. | INR
rupee              | rupee rupees                                                 |              |
pakistani rupee    | pakistani·rupee pakistani·rupees                             |              | PKR
russian ruble      | ruble rubles rouble roubles russian·ruble russian·rubles russian·roubles | ₽ | RUB
ukrainian hryvnia  | hryvnia hryvnias hryvnya ukrainian·hryvnia                   | ₴            | UAH
kazakhstani tenge  | tenge kazakh·tenge kazakhstani·tenge                         | ₸            | KZT
uzbekistani som    | uzbek·soms uzbek·som uzbekistani·som                         |              | UZS
kyrgyzstani som    | kyrgyz·soms kyrgyz·som kyrgyzstani·som som soms              |              | KGS
tajikistani somoni | somoni                                                       |              | TJS
turkmen manat      | turkmen·manat turkmen·manats                                 |              | TMT
azerbaijani manat  | manat manats azerbaijani·manat azerbaijani·manats            | ₼            | AZN
georgian lari      | lari georgian·lari                                           | ₾            | GEL
turkish lira       | lira liras turkish·lira turkish·liras                        | ₺            | TRY
swiss franc        | swiss·franc swiss·francs franc francs                        | sfr          | CHF
french franc       | french·franc french·francs                                   |              | FRF
belgian franc      | belgian·franc belgian·francs                                 |              | BEF
german mark        | german·mark german·marks deutsche·marks deutschmarks d-marks deutschemarks | dm | DEM
italian lira       | lire italian·lira italian·lire                               |              | ITL
dutch guilder      | guilder guilders dutch·guilder dutch·guilders                |              | NLG
finnish markka     | markka markkaa finnish·markka                                |              | FIM
peseta             | peseta pesetas spanish·pesetas                               |              | ESP
danish krone       | danish·krone danish·kroner danish·crown danish·crowns        | dkr          | DKK
norwegian krone    | norwegian·krone norwegian·kroner norwegian·crown norwegian·crowns kroner | nkr | NOK
swedish krona      | swedish·krona swedish·kronor swedish·crown swedish·crowns kronor | skr      | SEK
icelandic krona    | icelandic·krona icelandic·kronur                             |              | ISK
czech koruna       | czech·koruna czech·korunas czech·crown czech·crowns koruna korunas | kč     | CZK
crown              | crowns                                                       |              |
polish zloty       | zloty zlotys zlotych polish·zloty polish·zlotys              | zł           | PLN
hungarian forint   | forint forints hungarian·forint hungarian·forints            |              | HUF
romanian leu       | romanian·leu romanian·lei lei                                |              | RON
bulgarian lev      | bulgarian·lev leva                                           |              | BGN
shekel             | shekel shekels                                               |              |
israeli shekel     | israeli·shekel israeli·shekels new·shekels    | ₪            | ILS NIS
egyptian pound     | egyptian·pound egyptian·pounds                               | e£           | EGP
lebanese pound     | lebanese·pound lebanese·pounds lebanese·lira                 |              | LBP
syrian pound       | syrian·pound syrian·pounds                                   |              | SYP
irish pound        | irish·pound irish·pounds                                     |              | IEP
saudi riyal        | riyal riyals saudi·riyal saudi·riyals                        |              | SAR
iranian rial       | rial rials iranian·rial iranian·rials                        | ﷼            | IRR
uae dirham         | dirham dirhams uae·dirham uae·dirhams                        |              | AED
kuwaiti dinar      | kuwaiti·dinar kuwaiti·dinars                                 |              | KWD
iraqi dinar        | iraqi·dinar iraqi·dinars                                     |              | IQD
dinar              | dinar dinars                                                 |              |
south african rand | rand rands south·african·rand                                |              | ZAR
nigerian naira     | naira nairas nigerian·naira                                  | ₦            | NGN
kenyan shilling    | kenyan·shilling kenyan·shillings shilling shillings          | ksh sh       | KES
ghanaian cedi      | cedi cedis                                                   | gh₵ gh¢      | GHS
brazilian real     | reais brazilian·real brazilian·reais brazilian·reals         | r$           | BRL
mexican peso       | mexican·peso mexican·pesos                                   | mx$ mxn$ mex$ | MXN
argentine peso     | argentine·peso argentine·pesos                               |              | ARS
chilean peso       | chilean·peso chilean·pesos                                   |              | CLP
colombian peso     | colombian·peso colombian·pesos                               |              | COP
philippine peso    | philippine·peso philippine·pesos                             | ₱ php        | PHP
peso               | peso pesos                                                   |              |
peruvian sol       | soles nuevo·soles nuevos·soles peruvian·soles                | s/.          | PEN
uruguayan peso     | uruguayan·peso uruguayan·pesos                               |              | UYU
cuban peso         | cuban·peso cuban·pesos                                       |              | CUP
zimbabwean dollar  | zimbabwe·dollar zimbabwe·dollars zimbabwean·dollar zimbabwean·dollars | z$  | ZWL
namibian dollar    | namibian·dollar namibian·dollars                             | n$           | NAD
greek drachma      | greek·drachma greek·drachmas                                 |              | GRD
portuguese escudo  | escudo escudos portuguese·escudos                            |              | PTE
austrian schilling | schilling schillings austrian·schilling austrian·schillings  |              | ATS
croatian kuna      | kuna kunas croatian·kuna croatian·kunas                      |              | HRK
serbian dinar      | serbian·dinar serbian·dinars                                 |              | RSD
algerian dinar     | algerian·dinar algerian·dinars                               |              | DZD
libyan dinar       | libyan·dinar libyan·dinars                                   |              | LYD
jordanian dinar    | jordanian·dinar jordanian·dinars                             |              | JOD
bahraini dinar     | bahraini·dinar bahraini·dinars                               |              | BHD
moroccan dirham    | moroccan·dirham moroccan·dirhams                             |              | MAD
qatari riyal       | qatari·riyal qatari·riyals                                   |              | QAR
omani rial         | omani·rial omani·rials                                       |              | OMR
ugandan shilling   | ugandan·shilling ugandan·shillings                           |              | UGX
tanzanian shilling | tanzanian·shilling tanzanian·shillings                       |              | TZS
ethiopian birr     | birr ethiopian·birr                                          |              | ETB
myanmar kyat       | kyat kyats myanmar·kyat                                      |              | MMK
cambodian riel     | riel riels cambodian·riel                                    |              | KHR
nepalese rupee     | nepalese·rupee nepalese·rupees                               |              | NPR
afghan afghani     | afghani afghanis                                             | ؋            | AFN
armenian dram      | armenian·dram armenian·drams                                 | ֏            | AMD
belarusian ruble   | belarusian·ruble belarusian·rubles belarusian·roubles        |              | BYN
bolivar            | bolivar bolivars bolivares                                   |              | VES
malaysian ringgit  | ringgit ringgits malaysian·ringgit                           | rm           | MYR
thai baht          | baht thai·baht                                               | ฿            | THB
indonesian rupiah  | rupiah rupiahs indonesian·rupiah                             | rp           | IDR
vietnamese dong    | vietnamese·dong dong                                         | ₫            | VND
bangladeshi taka   | taka                                                         | ৳ tk         | BDT
sri lankan rupee   | sri·lankan·rupee sri·lankan·rupees                           |              | LKR
mongolian tugrik   | tugrik tugriks                                               | ₮            | MNT
costa rican colon  | colon colones                                                | ₡            | CRC
lao kip            | kip                                                          | ₭            | LAK
bitcoin            | bitcoin bitcoins                                             | ₿            | BTC
ether              | ether                                                        |              | ETH
"""
