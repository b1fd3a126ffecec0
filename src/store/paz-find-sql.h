/* A query as SQL over the derived tables, written from the declaration of its kind. */
#pragma once

#include "paz-query-private.h"
#include "paz-store-private.h"

G_BEGIN_DECLS

/* How a field's values lie in its columns, as far as comparing goes. */
typedef enum
{
  PAZ_SHAPE_WORDS,        /* ordered as the language orders them */
  PAZ_SHAPE_CODE,         /* ordered by bytes */
  PAZ_SHAPE_NUMBER,
  PAZ_SHAPE_FLAG,
  PAZ_SHAPE_DECIMAL,      /* a number written as text */
  PAZ_SHAPE_DATE,         /* may be partial */
  PAZ_SHAPE_MOMENT,
  PAZ_SHAPE_MONEY,
  PAZ_SHAPE_CHOICE,
  PAZ_SHAPE_LINK,
  PAZ_SHAPE_LINKS,
  PAZ_SHAPE_SET,          /* of choices, languages or countries */
  PAZ_SHAPE_TRILINGUAL,
} PazShape;

PazShape paz_shape_get (const PazField *field);

/* The record of the delegation this copy speaks for, as an SQL expression. */
#define PAZ_FIND_OWN_CODE "(SELECT value FROM setting WHERE key = 'participant' AND value <> '')"
/* Codes of the States of the region. */
#define PAZ_FIND_REGION "SELECT code FROM k_participant WHERE deleted = 0 AND type = 'state'"
#define PAZ_FIND_OWN_ID "(SELECT id FROM k_participant WHERE deleted = 0 AND code = " PAZ_FIND_OWN_CODE ")"

/* ---- expressions (paz-find-shape.c); the kind's table is "k" ---- */

/* NULL when the field has no value: its column, one of its columns, or what an attribute is computed by. */
char *paz_find_dup_value      (const PazKind  *kind,
                               const PazField *field);
/* Of a text in three languages the one that is shown: the asked, else the source, else any. */
char *paz_find_dup_best       (const char     *table,
                               const PazField *field,
                               PazLanguage     language);
/* All words of the title of a record of `kind` in `table`, in every language. */
char *paz_find_dup_title      (const PazKind  *kind,
                               const char     *table,
                               guint           depth);
/* 1 where the translation into a language, or into any, is missing or stale. */
char *paz_find_dup_missing    (const PazField *field,
                               const char     *language);
char *paz_find_dup_stale      (const PazField *field,
                               const char     *language);
/* The key of the group a record stands in, in plain form. */
char *paz_find_dup_group      (const PazQuery *query);

/* ---- parts of a statement ---- */

typedef struct
{
  const PazQuery *query;
  GDate           today;
  GString        *sql;
  GPtrArray      *texts;     /* to bind to the marks, in order */
} PazFindWriter;

void  paz_find_append         (PazFindWriter      *writer,
                               const char         *format,
                               ...) G_GNUC_PRINTF (2, 3);
/* Writes a mark and keeps the text that goes there. */
void  paz_find_bind           (PazFindWriter      *writer,
                               const char         *text);
/* paz-find-condition.c */
void  paz_find_append_condition (PazFindWriter      *writer,
                                 const PazCondition *condition);
/* paz-find-order.c; ranked: best hits of a search first, where no order was asked for. */
void  paz_find_append_orders  (PazFindWriter      *writer,
                               gboolean            ranked);

/* columns: what is selected, of the kind's table "k" (or, over all kinds, of "search_row" as "r"). The
 * texts to bind to the marks of the statement, in order, are added to `texts`. */
char *paz_find_dup_sql        (const PazQuery *query,
                               const char     *columns,
                               GPtrArray      *texts);

/* ---- what a list shows (paz-find.c) ---- */

typedef struct
{
  char  *key;                /* plain: a value, "?", "n/a" or "" */
  guint  count;
} PazFoundGroup;

typedef struct
{
  GPtrArray *ids;
  GPtrArray *groups;         /* PazFoundGroup *, in order; NULL: the query asks for none */
} PazFound;

void      paz_found_free      (PazFound       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazFound, paz_found_free)
PazFound *paz_store_find_groups (PazStore       *self,
                                 const PazQuery *query,
                                 GCancellable   *cancellable,
                                 GError        **error);

/* ---- attributes (paz-attribute.c) ---- */

char *paz_attribute_dup_display (PazStore       *self,
                                 PazRecord      *record,
                                 const PazField *field,
                                 PazCatalogue   *catalogue);

G_END_DECLS
