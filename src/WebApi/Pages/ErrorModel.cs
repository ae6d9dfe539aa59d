namespace CleanApi.WebApi.Pages;

/// <summary>The model of the error page.</summary>
/// <param name="Text">The explanation and the remedy.</param>
/// <param name="RequestId">The request id for support.</param>
public sealed record ErrorModel(ErrorText Text, string RequestId);
