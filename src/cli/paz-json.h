/* Writes JSON as it goes: an array at the top holds one line an element. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PazJson PazJson;

PazJson *paz_json_new           (void);
void     paz_json_free          (PazJson    *self);
void     paz_json_begin_object  (PazJson    *self);
void     paz_json_end_object    (PazJson    *self);
void     paz_json_begin_array   (PazJson    *self);
void     paz_json_end_array     (PazJson    *self);
void     paz_json_add_key       (PazJson    *self,
                                 const char *key);
/* NULL is null. */
void     paz_json_add_text      (PazJson    *self,
                                 const char *text);
void     paz_json_add_integer   (PazJson    *self,
                                 gint64      value);
/* Rounded to so many places; not a number is null. */
void     paz_json_add_real      (PazJson    *self,
                                 double      value,
                                 int         places);
void     paz_json_add_flag      (PazJson    *self,
                                 gboolean    value);
/* A number that is canonical decimal text already. */
void     paz_json_add_decimal   (PazJson    *self,
                                 const char *decimal);
/* Key and value at once. */
void     paz_json_set_text      (PazJson    *self,
                                 const char *key,
                                 const char *text);
void     paz_json_set_integer   (PazJson    *self,
                                 const char *key,
                                 gint64      value);
void     paz_json_set_real      (PazJson    *self,
                                 const char *key,
                                 double      value,
                                 int         places);
void     paz_json_set_flag      (PazJson    *self,
                                 const char *key,
                                 gboolean    value);
void     paz_json_set_texts     (PazJson    *self,
                                 const char *key,
                                 const char * const *texts);
/* To stdout, with a newline. Everything must be ended. */
void     paz_json_print         (PazJson    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazJson, paz_json_free)

G_END_DECLS
