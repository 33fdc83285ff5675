// All red flags: one function, one file each. Private to the risk room.
#pragma once

#include "tidewaiter/risk.h"

namespace tw::risk {

Flag listed_party();         // LST
Flag no_prior_trade();       // R2
Flag middle_role();          // R5
Flag free_mail();            // R16
Flag code_against_text();    // R17
Flag unit_value();           // R19
Flag impossible_measures();  // R20
Flag vague_text();           // R21
Flag role_triangle();        // R26
Flag splitting();            // R32
Flag free_zone();            // R35
Flag dormant_then_active();  // R43
Flag clones();               // R44

}  // namespace tw::risk
