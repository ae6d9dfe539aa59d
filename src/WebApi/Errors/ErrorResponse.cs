namespace CleanApi.WebApi.Errors;

/// <summary>The one shape of every failed answer.</summary>
/// <param name="Error">What went wrong.</param>
public sealed record ErrorResponse(ErrorBody Error);
