namespace CleanApi.Domain.Errors;

/// <summary>410: the resource existed and is gone for good.</summary>
public sealed class GoneError(string message)
    : AppException(message, ErrorCodes.Gone, 410);
