/* What needs and offers say alike, so that one can answer the other: the same words for the same
 * thing, in the same categories and units (Declaration, C.7, O.b, F.b to F.d). */
#pragma once

#include "model/paz-code-list.h"
#include "model/paz-kind-private.h"

G_BEGIN_DECLS

/* Both end with a NULL key; their labels have the context "cooperation". */
extern const PazChoice paz_cooperation_categories[];
extern const PazChoice paz_cooperation_units[];

/* who: N_(...), the help under the participant. */
#define PAZ_COOPERATION_IDENTITY_FIELDS(who) \
  { \
    .key = "title", .label = NC_("cooperation", "Title"), .context = "cooperation", \
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, \
    .since = 1, .group = NC_("group", "Identity"), \
  }, \
  { \
    .key = "participant", .label = NC_("cooperation", "Participant"), .context = "cooperation", \
    .type = PAZ_VALUE_LINK, .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), \
    .hint = who, .target = "participant", \
  }, \
  { \
    .key = "category", .label = NC_("cooperation", "Category"), .context = "cooperation", \
    .type = PAZ_VALUE_CHOICE, .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), \
    .choices = paz_cooperation_categories, \
  }

#define PAZ_COOPERATION_SCOPE_FIELDS \
  { \
    .key = "from", .label = NC_("cooperation", "From"), .context = "cooperation", \
    .type = PAZ_VALUE_DATE, .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "When and Where"), \
  }, \
  { \
    .key = "to", .label = NC_("cooperation", "To"), .context = "cooperation", \
    .type = PAZ_VALUE_DATE, .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "When and Where"), \
  }, \
  { \
    .key = "quantity", .label = NC_("cooperation", "Quantity"), .context = "cooperation", \
    .type = PAZ_VALUE_REAL, .flags = PAZ_FIELD_LISTED, .since = 1, \
    .group = NC_("group", "What and How Much"), \
  }, \
  { \
    .key = "unit", .label = NC_("cooperation", "Unit"), .context = "cooperation", \
    .type = PAZ_VALUE_CHOICE, .flags = PAZ_FIELD_LISTED, .since = 1, \
    .group = NC_("group", "What and How Much"), .choices = paz_cooperation_units, \
    .hint = N_("Needs and offers can be added up and compared where they use the same unit."), \
  }, \
  { \
    .key = "unit_types", .label = NC_("cooperation", "Unit Types"), .context = "cooperation", \
    .type = PAZ_VALUE_CHOICE, .flags = PAZ_FIELD_MANY, .since = 1, \
    .group = NC_("group", "What and How Much"), .choices = paz_code_unit_types, \
    .hint = N_("The units that it is for."), \
  }, \
  { \
    .key = "languages", .label = NC_("cooperation", "Languages"), .context = "cooperation", \
    .type = PAZ_VALUE_LANGUAGE, .flags = PAZ_FIELD_MANY, .since = 1, \
    .group = NC_("group", "What and How Much"), \
  }, \
  { \
    .key = "value", .label = NC_("cooperation", "Estimated Value"), .context = "cooperation", \
    .type = PAZ_VALUE_MONEY, .since = 1, .group = NC_("group", "What and How Much"), \
    .hint = N_("An estimate, with its date and source; no rate is taken for the current one."), \
  }, \
  { \
    .key = "mission", .label = NC_("cooperation", "Mission"), .context = "cooperation", \
    .type = PAZ_VALUE_LINK, .since = 1, .group = NC_("group", "When and Where"), .target = "mission", \
  }, \
  { \
    .key = "description", .label = NC_("cooperation", "Description"), .context = "cooperation", \
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, \
    .since = 1, .group = NC_("group", "Identity"), \
  }, \
  { \
    .key = "contact", .label = NC_("cooperation", "Point of Contact"), .context = "cooperation", \
    .type = PAZ_VALUE_LINK, .since = 1, .group = NC_("group", "Contact"), .target = "delegate", \
  }, \
  { \
    .key = "reference", .label = NC_("cooperation", "Note Verbale or Letter"), .context = "cooperation", \
    .type = PAZ_VALUE_TEXT, .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Contact"), \
  }

G_END_DECLS
