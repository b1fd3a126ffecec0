/* What narrows a list, in words: the conditions a field offers, how they are written in one line,
 * and several of them under a name. Texts are plain (paz_value_dup_plain): keys, ids, ISO dates. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

/* ---- what every record has beside its fields ---- */

/* As fields, so that lists choose, sort, filter and group by them alike: owner, level, changed;
 * and only to filter by: conflict, translation, mine. */
typedef enum
{
  PAZ_ATTRIBUTE_OWNER,
  PAZ_ATTRIBUTE_LEVEL,
  PAZ_ATTRIBUTE_CHANGED,       /* a moment in the zone of this machine */
  PAZ_ATTRIBUTE_CONFLICT,      /* some field has several values that stand */
  PAZ_ATTRIBUTE_TRANSLATION,   /* complete, missing, stale: the worst of its texts */
  PAZ_ATTRIBUTE_MINE,          /* the own delegation owns it or is what a link of it names */
} PazAttribute;
#define PAZ_N_ATTRIBUTES 6
#define PAZ_N_SHOWN_ATTRIBUTES 3

const PazField *paz_attribute_get     (PazAttribute    attribute);
gboolean        paz_field_is_attribute (const PazField *field,
                                        PazAttribute   *attribute);
/* A field of the kind by its key or former key, else an attribute; NULL when there is none. */
const PazField *paz_field_find        (const PazKind  *kind,
                                       const char     *key);
/* A value in its plain form as a person reads it: links by their titles, states in words. */
char           *paz_store_dup_plain_display (PazStore       *self,
                                             const PazKind  *kind,
                                             const PazField *field,
                                             const char     *plain,
                                             PazCatalogue   *catalogue);

/* ---- conditions ---- */

/* What a match compares with. */
typedef enum
{
  PAZ_ARGUMENT_NONE,
  PAZ_ARGUMENT_VALUE,      /* of the field's type */
  PAZ_ARGUMENT_WORDS,      /* a part of a text, or of the title of what a link names */
  PAZ_ARGUMENT_PERIOD,     /* see base/paz-period.h; of numbers "10..20" */
  PAZ_ARGUMENT_LANGUAGE,   /* "es", "pt", "en", or "" for any of them */
} PazArgument;

PazArgument     paz_match_get_argument (PazMatch        match);
/* What makes sense for the field, the most usual first; *n of them. Owned by the store. */
const PazMatch *paz_match_list         (const PazField *field,
                                        guint          *n);

typedef struct
{
  const PazField *field;
  PazMatch        match;
  char           *text;    /* never NULL */
} PazCondition;

PazCondition *paz_condition_new        (const PazField     *field,
                                        PazMatch            match,
                                        const char         *text);
PazCondition *paz_condition_copy       (const PazCondition *self);
void          paz_condition_free       (PazCondition       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazCondition, paz_condition_free)
gboolean      paz_condition_equal      (const PazCondition *a,
                                        const PazCondition *b);
/* `due within "last-30-days"`, `responsible is mine`; and back. NULL where it names no field of the
 * kind or no match; the value is not checked. Quotation marks around a value are taken off. */
char         *paz_condition_dup_text   (const PazCondition *self);
PazCondition *paz_condition_parse      (const PazKind      *kind,
                                        const char         *text);

/* ---- filters ---- */

typedef struct
{
  const PazKind *kind;
  char          *name;         /* NULL: not kept under a name */
  char          *words;        /* searched for, beside the conditions; NULL: none */
  gboolean       any;          /* one condition is enough */
  GPtrArray     *conditions;   /* PazCondition * */
} PazFilter;

PazFilter *paz_filter_new           (const PazKind   *kind,
                                     const char      *name);
PazFilter *paz_filter_copy          (const PazFilter *self);
void       paz_filter_free          (PazFilter       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazFilter, paz_filter_free)
/* NULL or "": none. */
void       paz_filter_set_words     (PazFilter       *self,
                                     const char      *words);
/* Asks for nothing. */
gboolean   paz_filter_is_empty      (const PazFilter *self);
/* Takes the condition. */
void       paz_filter_add           (PazFilter       *self,
                                     PazCondition    *condition);
/* The same words and conditions, whatever their names. */
gboolean   paz_filter_equal         (const PazFilter *a,
                                     const PazFilter *b);
void       paz_filter_apply         (const PazFilter *self,
                                     PazQuery        *query);

/* What every copy offers for a kind, in order: mine, changed this week, and where the kind has
 * texts in three languages or a due date, missing translation and overdue. Names: NC_("filter", ...).
 * Elements PazFilter *. */
GPtrArray *paz_filter_list_built_in (const PazKind   *kind);
/* Those the person kept in this copy, by name; they never leave it. Elements PazFilter *. */
GPtrArray *paz_store_list_filters   (PazStore        *self,
                                     const PazKind   *kind);
/* Replaces the one of that name, or adds. */
gboolean   paz_store_keep_filter    (PazStore        *self,
                                     const PazFilter *filter,
                                     GError         **error);
gboolean   paz_store_drop_filter    (PazStore        *self,
                                     const PazKind   *kind,
                                     const char      *name,
                                     GError         **error);

G_END_DECLS
