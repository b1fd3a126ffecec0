#include "store/paz-store.h"

G_DEFINE_QUARK (paz-store-error-quark, paz_store_error)

const char *
paz_store_error_get_sentence (PazStoreErrorCode code)
{
  switch (code)
    {
    case PAZ_STORE_ERROR_FAILED:
      return N_("“%s” could not be read or written. Nothing was changed.");
    case PAZ_STORE_ERROR_NOT_FOUND:
      return N_("“%s” is not there.");
    case PAZ_STORE_ERROR_NOT_OURS:
      return N_("“%s” is not a Relacopaz file. Nothing was changed.");
    case PAZ_STORE_ERROR_NEWER:
      return N_("“%s” was made by a newer version of Relacopaz. Update the program to open it. Nothing was changed.");
    case PAZ_STORE_ERROR_DAMAGED:
      return N_("“%s” is damaged. It was left as it is; open a backup copy.");
    case PAZ_STORE_ERROR_READ_ONLY:
      return N_("“%s” may be read but not changed.");
    case PAZ_STORE_ERROR_FULL:
      return N_("There is no room left on the disk of “%s”. Nothing was changed.");
    case PAZ_STORE_ERROR_LOCKED:
      return N_("“%s” is open in another program. Close it there to make changes here.");
    case PAZ_STORE_ERROR_REMOTE:
      return N_("“%s” is on a network or synchronised folder, where it could be damaged. Copy it to this computer first.");
    case PAZ_STORE_ERROR_INVALID:
      return N_("The record is not complete yet. Nothing was changed in “%s”.");
    case PAZ_STORE_ERROR_CONFLICT:
      return N_("Two versions of a field stand in “%s”. Decide which one holds first.");
    case PAZ_STORE_ERROR_NOTHING:
      return N_("There is nothing to undo or redo in “%s”.");
    case PAZ_STORE_ERROR_KEY:
      return N_("The signing key of “%s” cannot be read or made. Nothing was changed.");
    case PAZ_STORE_ERROR_DEPENDS:
      return N_("Later changes in “%s” stand on this one. Nothing was changed.");
    }

  g_return_val_if_reached ("");
}
