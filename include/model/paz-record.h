/* One record: a copy that may be edited. Editors work on a duplicate; the store compares. */
#pragma once

#include <gio/gio.h>

#include "model/paz-kind.h"
#include "model/paz-release.h"
#include "model/paz-trilingual.h"
#include "model/paz-value.h"

G_BEGIN_DECLS

#define PAZ_TYPE_RECORD (paz_record_get_type ())
G_DECLARE_FINAL_TYPE (PazRecord, paz_record, PAZ, RECORD, GObject)

/* A new record has its kind's level. Properties: "revision" (guint, raised and notified by every change), "id", read only.
 * container: id of the record that holds it, for child kinds, else NULL. */
PazRecord          *paz_record_new            (const PazKind       *kind,
                                               const char          *id,
                                               const char          *owner,
                                               const char          *container);
PazRecord          *paz_record_dup            (PazRecord           *self);
/* Same values to the last key of a text, level, list and deletion. */
gboolean            paz_record_equal          (PazRecord           *self,
                                               PazRecord           *other);
/* The fields whose values differ; free with g_ptr_array_unref; elements const PazField *. */
GPtrArray          *paz_record_list_changed   (PazRecord           *self,
                                               PazRecord           *other);

const PazKind      *paz_record_get_kind       (PazRecord           *self);
const char         *paz_record_get_id         (PazRecord           *self);
const char         *paz_record_get_owner      (PazRecord           *self);
const char         *paz_record_get_container  (PazRecord           *self);
PazLevel            paz_record_get_level      (PazRecord           *self);
const char * const *paz_record_get_list       (PazRecord           *self);  /* never NULL */
gboolean            paz_record_is_deleted     (PazRecord           *self);
/* TRUE until the store has kept it. */
gboolean            paz_record_is_new         (PazRecord           *self);
/* In conflict: several values stand (EXCHANGE.md 5); the one here is provisional. */
gboolean            paz_record_is_in_conflict (PazRecord           *self,
                                               const PazField      *field);

/* NULL field values are "not answered". Lends. */
GVariant           *paz_record_get_value      (PazRecord           *self,
                                               const PazField      *field);
/* Sinks value. FALSE when nothing changed. The value must have the field's type (g_return); an
 * empty text or set becomes NULL. */
gboolean            paz_record_set_value      (PazRecord           *self,
                                               const PazField      *field,
                                               GVariant            *value);
void                paz_record_set_owner      (PazRecord           *self,
                                               const char          *owner);   /* new records only */
/* list: sorted, made unique, rid of the owner, and dropped at every level but "named". */
void                paz_record_set_release    (PazRecord           *self,
                                               PazLevel             level,
                                               const char * const  *list);
void                paz_record_set_deleted    (PazRecord           *self,
                                               gboolean             deleted);
/* Unix time in milliseconds of the newest revision it stands on; 0 where the store has not said it.
 * No part of what the record says: neither compared nor told by "revision". */
gint64              paz_record_get_changed    (PazRecord           *self);
void                paz_record_set_changed    (PazRecord           *self,
                                               gint64               changed);
/* Used by the store when it fills a record. */
void                paz_record_set_stored     (PazRecord           *self,
                                               gboolean             stored);
void                paz_record_set_conflict   (PazRecord           *self,
                                               const PazField      *field,
                                               gboolean             conflict);

/* By key; conveniences. NULL, 0 or FALSE when not known. */
const char         *paz_record_get_text       (PazRecord           *self,
                                               const char          *field);
gint64              paz_record_get_integer    (PazRecord           *self,
                                               const char          *field);
/* FALSE, and *value as it was, where no number is known: that is not zero. */
gboolean            paz_record_get_known      (PazRecord           *self,
                                               const char          *field,
                                               gint64              *value);
/* A trilingual field's best text; a text field's text. NULL when empty. */
const char         *paz_record_get_words      (PazRecord           *self,
                                               const char          *field,
                                               PazLanguage          language);
/* The title of the record with that id, or NULL to leave it out. */
typedef char *    (*PazLinkTitleFunc)         (const char          *id,
                                               PazCatalogue        *catalogue,
                                               gpointer             user_data);
/* The record's name from its title fields, joined by " · ", in the catalogue's language where
 * there is one; choices in words; links as link_title names them, left out when it is NULL.
 * "Untitled", translated, when nothing is there. */
char               *paz_record_dup_title      (PazRecord           *self,
                                               PazCatalogue        *catalogue);
char               *paz_record_dup_title_full (PazRecord           *self,
                                               PazCatalogue        *catalogue,
                                               PazLinkTitleFunc     link_title,
                                               gpointer             user_data);

G_END_DECLS
