/* Kinds of records, declared once: tables, forms, columns, search, import, export, CLI and
 * history all read these structs. Adding a kind is a data file in src/model/kinds, its line in
 * paz-kind.c, and ui/forms/<kind>.ui. */
#pragma once

#include <glib.h>

#include "base/paz-catalogue.h"
#include "model/paz-release.h"

G_BEGIN_DECLS

/* Each room has one switch over these, without default. */
typedef enum
{
  PAZ_VALUE_TEXT,      /* one line */
  PAZ_VALUE_NOTE,      /* many lines */
  PAZ_VALUE_INTEGER,
  PAZ_VALUE_REAL,      /* decimal text, see base/paz-decimal.h */
  PAZ_VALUE_MONEY,     /* amount, currency, date, source: one value */
  PAZ_VALUE_DATE,      /* may be partial */
  PAZ_VALUE_MONTH,     /* YYYY-MM */
  PAZ_VALUE_DATETIME,  /* with zone */
  PAZ_VALUE_FLAG,
  PAZ_VALUE_CHOICE,    /* a key out of PazField.choices */
  PAZ_VALUE_LINK,      /* the id of a record of kind PazField.target */
  PAZ_VALUE_LINKS,     /* many of them, a set */
  PAZ_VALUE_TRILINGUAL,
  PAZ_VALUE_LANGUAGE,  /* ISO 639-1: es, pt, en, fr ... */
  PAZ_VALUE_COUNTRY,   /* ISO 3166-1 alpha-3 */
  PAZ_VALUE_HASH,      /* SHA-256, 64 hexadecimal digits, lower case */
} PazValueType;

typedef enum
{
  PAZ_FIELD_NONE     = 0,
  PAZ_FIELD_REQUIRED = 1 << 0, /* identifies the record; little is (PRODUCT.md, rule 12) */
  PAZ_FIELD_LISTED   = 1 << 1, /* a column of the list page, in order of declaration */
  PAZ_FIELD_SEARCHED = 1 << 2, /* in the full-text index */
  PAZ_FIELD_LOCAL    = 1 << 3, /* never a cell of a revision; leaves by no exit */
  PAZ_FIELD_MANY     = 1 << 4, /* of CHOICE, LANGUAGE, COUNTRY: a set, each element a cell of its own */
  PAZ_FIELD_FILLED   = 1 << 5, /* filled by the program; shown, not edited */
  PAZ_FIELD_LONG     = 1 << 6, /* of TRILINGUAL: many lines */
  PAZ_FIELD_PLAIN    = 1 << 7, /* of INTEGER: a year or an order, shown without grouping */
  PAZ_FIELD_HIDDEN   = 1 << 8, /* for the program's own use: on no form, in no list or table */
} PazFieldFlags;

/* What a TEXT is written as: forms check it while it is typed and offer what fits, nothing forbids
 * saving. See model/paz-format.h. */
typedef enum
{
  PAZ_FORMAT_NONE,
  PAZ_FORMAT_EMAIL,
  PAZ_FORMAT_URL,              /* a web address */
  PAZ_FORMAT_PLACE,            /* a web address or anything else: a path, a shelf */
  PAZ_FORMAT_PHONE,
  PAZ_FORMAT_ZONE,             /* an IANA time zone, chosen from a list */
  PAZ_FORMAT_CURRENCY,         /* an ISO 4217 code, chosen from a list */
} PazTextFormat;

/* Choices of a kind's own have a key and a label that goes through gettext. Those of a code list
 * (paz-code-list.h) bring their names along and say how sure they are. Shown through
 * paz_choice_get_label () alone. */
typedef struct
{
  const char *key;             /* stored; never shown, never translated */
  const char *label;           /* NC_(kind, ...); of a code list its English name */
  const char *names[PAZ_N_LANGUAGES]; /* of a code list; NULL: label goes through gettext */
  const char *check;           /* "seen", "recall", "unofficial"; NULL: the program's own */
  const char *source;          /* where it was found, may be NULL */
  const char *notes[PAZ_N_LANGUAGES]; /* what explains it; each may be NULL */
  const char *parent;          /* key of the choice it is a part of, where the list is a tree */
  const char *group;           /* key of its heading; see paz_choice_get_group_label () */
} PazChoice;

typedef struct
{
  const char         *key;     /* SQL column, cell name, set FIELD=, hidden header key */
  const char         *label;   /* NC_(kind, ...); common fields have the context "record" */
  const char         *context; /* NULL: the kind's key */
  PazValueType        type;
  PazFieldFlags       flags;
  guint               since;   /* version of the kind that brought the field */
  guint               until;   /* version that retired it, 0 while alive */
  const char         *group;   /* NC_("group", ...): heading, for history and export; forms lay out themselves */
  const char         *hint;    /* N_(...): help under the field, may be NULL */
  const PazChoice    *choices; /* ends with a NULL key */
  const char         *target;  /* kind a LINK or LINKS points to */
  const char * const *former;  /* older keys, NULL-terminated, may be NULL */
  PazTextFormat       format;  /* of TEXT */
} PazField;

/* Whole phrases: "New %s" cannot agree in gender in Spanish or Portuguese. */
typedef struct
{
  const char *singular;        /* N_("Recommendation") */
  const char *plural;          /* N_("Recommendations") */
  const char *add;             /* N_("New Recommendation") */
  const char *added;           /* N_("Added recommendation “%s”"): a step, in history and undo */
  const char *edited;          /* N_("Edited recommendation “%s”") */
  const char *deleted;         /* N_("Deleted recommendation “%s”") */
  const char *empty;           /* N_("No recommendations yet") */
  const char *empty_hint;      /* N_(...): what one does here, one sentence */
} PazKindPhrases;

/* Areas of the sidebar, in order; one without kinds is not shown. */
typedef enum
{
  PAZ_AREA_NETWORK,
  PAZ_AREA_WORKING_GROUP,
  PAZ_AREA_COOPERATION,
  PAZ_AREA_CAPABILITIES,
  PAZ_AREA_PARTICIPATION,
  PAZ_AREA_WOMEN,
  PAZ_AREA_TRAINING,
  PAZ_AREA_INTEROPERABILITY,
} PazArea;
#define PAZ_N_AREAS 8
/* N_("Network"), ... with context "area" */
const char *paz_area_get_title (PazArea area);

/* Whose revisions count (EXCHANGE.md 5). */
typedef enum
{
  PAZ_OWNERSHIP_OWNER,
  PAZ_OWNERSHIP_OPEN,
} PazOwnership;

typedef struct _PazRecord PazRecord;

typedef struct
{
  const char         *key;       /* "recommendation" */
  guint               since;     /* schema version of the store that brought the kind */
  guint               version;   /* of the kind; equals the highest since of its fields */
  PazArea             area;
  const char         *parent;    /* kind that contains it, or NULL: edited inside, no page of its own */
  PazOwnership        ownership;
  PazLevel            level;     /* of new records */
  const char         *icon_name;
  /* Up to three fields that together name a record in lists and links: "3 · Title". NULL-terminated. */
  const char         *title_fields[4];
  /* Fields whose values together mark a possible duplicate, of child kinds within one parent;
   * NULL-terminated. */
  const char         *natural_key[5];
  /* Default order of lists: field keys, "-due" for descending; NULL-terminated. */
  const char         *order[4];
  PazKindPhrases      phrases;
  const PazField     *fields;    /* own fields, then PAZ_COMMON_FIELDS */
  guint               n_fields;
  /* Rules across fields; adds PazProblem to problems (see paz-check.h). NULL when flags say it all. */
  void              (*check)    (PazRecord *record,
                                 GPtrArray *problems);
  /* What looks doubtful and forbids nothing, adds PazProblem to doubts. contained: the records
   * inside it, PazRecord *, of all its child kinds. NULL when there is nothing to doubt. */
  void              (*doubt)    (PazRecord *record,
                                 GPtrArray *contained,
                                 GPtrArray *doubts);
} PazKind;

/* NULL-terminated, in order of area and display; children follow their parent. */
const PazKind * const *paz_kind_list         (guint          *n_kinds);
const PazKind         *paz_kind_find         (const char     *key);
/* By key or former key; NULL when there is none. */
const PazField        *paz_kind_find_field   (const PazKind  *kind,
                                              const char     *key);
guint                  paz_kind_get_index    (const PazKind  *kind,
                                              const PazField *field);
/* The kinds whose parent this is; NULL-terminated array owned by the model. */
const PazKind * const *paz_kind_list_children (const PazKind *kind);
/* Context of the field's label and of its choices for pgettext. */
const char            *paz_field_get_context (const PazField *field,
                                              const PazKind  *kind);
const PazChoice       *paz_field_find_choice (const PazField *field,
                                              const char     *key);
/* The one way a choice is shown: in the catalogue's language. context: paz_field_get_context (). */
const char            *paz_choice_get_label  (const PazChoice *choice,
                                              const char      *context,
                                              PazCatalogue    *catalogue);
/* What explains it, in the catalogue's language or in English; NULL when nothing does. */
const char            *paz_choice_get_note   (const PazChoice *choice,
                                              PazCatalogue    *catalogue);
/* FALSE: forms say so where it is chosen, with the words of paz_choice_get_check_label (). */
gboolean               paz_choice_is_checked (const PazChoice *choice);
/* "Not checked, from general knowledge"; NULL when it is checked. */
const char            *paz_choice_get_check_label (const PazChoice *choice,
                                                   PazCatalogue    *catalogue);
/* The heading it stands under in a long list; NULL when it has none. */
const char            *paz_choice_get_group_label (const PazChoice *choice,
                                                   PazCatalogue    *catalogue);
/* A set: LINKS, or MANY of another type. */
gboolean               paz_field_is_set      (const PazField *field);

G_END_DECLS
