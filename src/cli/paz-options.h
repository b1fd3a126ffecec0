/* Options and words of a command line: --name VALUE, --name=VALUE, --flag; "--" ends them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;        /* without dashes */
  const char *value;       /* NC_("argument", "FILE"), or NULL: a flag */
  gboolean    many;
  const char *help;        /* N_(...) */
} PazOption;

typedef enum
{
  PAZ_OPTIONS_ERROR_UNKNOWN,      /* the message is the option as typed */
  PAZ_OPTIONS_ERROR_NO_VALUE,
  PAZ_OPTIONS_ERROR_VALUE,        /* of a flag */
  PAZ_OPTIONS_ERROR_TWICE,
  PAZ_OPTIONS_ERROR_ENCODING,
} PazOptionsError;
#define PAZ_OPTIONS_ERROR (paz_options_error_quark ())
GQuark              paz_options_error_quark (void);

typedef struct _PazArguments PazArguments;

PazArguments       *paz_arguments_new       (void);
void                paz_arguments_free      (PazArguments        *self);
/* Reads argv up to its end, or up to the first word when `first_word` (which stays). Options of
 * `own` come before those of `global` of the same name. Moves *at past what was read. */
gboolean            paz_arguments_read      (PazArguments        *self,
                                             const PazOption     *own,
                                             const PazOption     *global,
                                             gboolean             first_word,
                                             char               **argv,
                                             guint               *at,
                                             GError             **error);
guint               paz_arguments_n_words   (PazArguments        *self);
/* NULL past the end. */
const char         *paz_arguments_get_word  (PazArguments        *self,
                                             guint                n);
gboolean            paz_arguments_has       (PazArguments        *self,
                                             const char          *name);
/* NULL when it was not given. */
const char         *paz_arguments_get       (PazArguments        *self,
                                             const char          *name);
/* Never NULL; ends with NULL. */
const char * const *paz_arguments_list      (PazArguments        *self,
                                             const char          *name);
/* The same with each value cut at commas. NULL when it was not given. */
char              **paz_arguments_dup_split (PazArguments        *self,
                                             const char          *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazArguments, paz_arguments_free)

G_END_DECLS
