namespace CleanApi.Domain.Errors;

/// <summary>410: was there, and will not come back.</summary>
public sealed class GoneError(string message)
    : AppException(message, ErrorCodes.Gone, 410);
