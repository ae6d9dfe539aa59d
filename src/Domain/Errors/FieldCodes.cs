namespace CleanApi.Domain.Errors;

/// <summary>The closed list of codes of <see cref="ErrorDetail"/>; <c>/docs/errors/{code}</c> describes each.</summary>
public static class FieldCodes
{
    public const string Required = "REQUIRED";
    public const string InvalidFormat = "INVALID_FORMAT";
    public const string InvalidType = "INVALID_TYPE";
    public const string Blank = "BLANK";
    public const string TooShort = "TOO_SHORT";
    public const string TooLong = "TOO_LONG";
    public const string OutOfRange = "OUT_OF_RANGE";
    public const string InvalidValue = "INVALID_VALUE";
    public const string Duplicate = "DUPLICATE";
    public const string UnknownField = "UNKNOWN_FIELD";
    public const string InvalidCursor = "INVALID_CURSOR";
    public const string Conflict = "CONFLICT";
    public const string NotFound = "NOT_FOUND";
    public const string ReadOnly = "READ_ONLY";
    public const string TooCommon = "TOO_COMMON";
    public const string TooPersonal = "TOO_PERSONAL";
    public const string IdempotencyKeyReused = "IDEMPOTENCY_KEY_REUSED";
}
