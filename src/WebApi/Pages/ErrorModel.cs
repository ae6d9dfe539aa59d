namespace CleanApi.WebApi.Pages;

/// <summary>The model of the error page.</summary>
/// <param name="Text">The explanation and the remedy.</param>
/// <param name="RequestId">The request id for support.</param>
/// <param name="IsSignedIn">Whether the browser has the cookie of a session.</param>
/// <param name="IsAboutErrorCode">Whether the page of an error code was asked for.</param>
public sealed record ErrorModel(ErrorText Text, string RequestId, bool IsSignedIn, bool IsAboutErrorCode);
