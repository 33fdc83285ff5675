/// The goods that the article speaks of, as its rows declare them: plainly or evasively.
#pragma once

#include <cstdint>
#include <string_view>

namespace tw::simulate {

/// A good as a planted row declares it.
struct Good {
  std::string_view hs10, goods_class, text;
  bool sensitive = true;
  bool misdeclared = false;
  double usd_per_kg = 100;
  double kg_per_piece = 1;
};

inline constexpr Good kDroneParts[] = {
    {"8807300000", "drone_part",
     "Части беспилотных летательных аппаратов: рамы карбоновые для квадрокоптера, лучи, стойки "
     "шасси",
     true, false, 95, 0.4},
    {"8501310000", "drone_part",
     "Электродвигатели бесколлекторные 2806.5 1300KV для беспилотных летательных аппаратов "
     "мультироторного типа",
     true, false, 130, 0.05},
    {"8807100000", "drone_part", "Воздушные винты (пропеллеры) карбоновые 15 дюймов для БПЛА", true,
     false, 160, 0.03},
    {"8526920008", "drone_part",
     "Аппаратура радиоуправления беспилотным летательным аппаратом: передатчик и приемник 2,4 ГГц",
     true, false, 240, 0.6},
    {"8807300000", "drone_part",
     "Полетный контроллер и регуляторы оборотов ESC для квадрокоптера, запасные части БПЛА", true,
     false, 310, 0.05},
    {"8807300000", "drone_part",
     "PARTS OF UNMANNED AERIAL VEHICLES: GIMBAL FOR DRONE CAMERA, LANDING GEAR", true, false, 210,
     0.35}};
inline constexpr Good kCnArmour[] = {
    {"6211339000", "body_armour",
     "Жилеты защитные с карманами для бронепластин (плитник), из полиамидной ткани", true, false,
     46, 2.6},
    {"6914900000", "body_armour",
     "Пластины керамические баллистические, класс защиты БР5, для бронежилетов", true, false, 38,
     3.1},
    {"3926909709", "body_armour",
     "Бронеплиты из сверхвысокомолекулярного полиэтилена для бронежилета", true, false, 52, 1.5},
    {"6307909800", "body_armour", "BULLETPROOF VEST CARRIER WITH SOFT ARMOUR INSERTS NIJ IIIA",
     true, false, 60, 2.9},
    {"7326909807", "body_armour", "Бронепластины стальные для бронежилетов, толщина 6,5 мм", true,
     false, 14, 3.6}};
inline constexpr Good kTrArmour[] = {
    {"6211339000", "body_armour",
     "Бронежилеты, класс защиты БР4, с керамическими пластинами, чехол из ткани Cordura", true,
     false, 125, 8.2},
    {"6211339000", "body_armour",
     "БРОНЕЖИЛЕТ ТАКТИЧЕСКИЙ С БАЛЛИСТИЧЕСКИМ ПАКЕТОМ, КЛАСС ЗАЩИТЫ БР3", true, false, 125, 6.9},
    {"6307909800", "body_armour",
     "Жилеты бронезащитные из арамидной ткани, в комплекте с бронепанелями", true, false, 125,
     7.5}};
inline constexpr Good kRifle = {"9303300000",
                                "rifle_or_part",
                                "Карабины охотничьи гражданские самозарядные нарезные, мод. ZQ-A, "
                                "кал. 5,56x45 мм (тип AR-15), с магазином на 30 патронов",
                                true,
                                true,
                                132,
                                3.4};
inline constexpr Good kShotgun = {
    "9303209500",
    "rifle_or_part",
    "Ружья охотничьи гладкоствольные двуствольные 12 калибра, гражданские",
    true,
    false,
    90,
    3.2};
inline constexpr Good kBattery = {"8507600000",
                                  "battery",
                                  "Батареи аккумуляторные литий-ионные интеллектуальные для "
                                  "квадрокоптера {brand}, 5000 мА*ч, 77 Вт*ч",
                                  true,
                                  false,
                                  140,
                                  0.9};
inline constexpr Good kCamera = {"8525890009",
                                 "radio_or_camera",
                                 "Камеры цифровые на подвесе для беспилотного летательного "
                                 "аппарата {brand}, 4К, с тепловизионным каналом",
                                 true,
                                 false,
                                 900,
                                 0.63};
inline constexpr Good kChip = {"8542399010",
                               "microchip",
                               "Микросхемы интегральные электронные: ПЛИС (FPGA) в корпусе BGA, "
                               "индустриальный диапазон температур",
                               true,
                               false,
                               4200,
                               0.004};
inline constexpr Good kThermal = {
    "9013809000",
    "thermal_or_night_vision",
    "Прибор наблюдения тепловизионный переносной, неохлаждаемая матрица 640x480",
    true,
    false,
    2900,
    1.4};
inline constexpr Good kTurbine = {"8411228008",
                                  "gas_turbine_or_part",
                                  "Двигатель газотурбинный (турбовинтовой) для вертолета, в сборе",
                                  true,
                                  false,
                                  1500,
                                  285};
inline constexpr Good kHelmet = {
    "6506108000", "helmet", "Шлемы баллистические арамидные, класс защиты БР2", true, false,
    70,           1.5};

}  // namespace tw::simulate
