namespace CleanApi.WebApi.Pages;

/// <summary>What the error page shows.</summary>
/// <param name="Text">What happened and what to do about it.</param>
/// <param name="RequestId">What support asks for.</param>
public sealed record ErrorModel(ErrorText Text, string RequestId);
