/* What a picker offers, each source filtered by what the person typed. */
#pragma once

#include "paz-picker.h"

G_BEGIN_DECLS

/* At most this many are shown; more typing narrows. */
#define PAZ_PICK_MAX 60

PazPick   *paz_pick_new            (const char     *id,
                                    const char     *title);
void       paz_pick_free           (PazPick        *self);

/* Elements PazPick *, in the order of the interface's language. */
GPtrArray *paz_pick_list_records   (PazStore       *store,
                                    const PazKind  *kind,
                                    const char     *words);
GPtrArray *paz_pick_list_codes     (PazStore       *store,
                                    const char     *words);
GPtrArray *paz_pick_list_choices   (const PazKind  *kind,
                                    const PazField *field,
                                    const char     *words);
GPtrArray *paz_pick_list_languages (const PazKind  *kind,
                                    const PazField *field,
                                    const char     *words);
GPtrArray *paz_pick_list_countries (const char     *words);
GPtrArray *paz_pick_list_zones     (const char     *words);

G_END_DECLS
