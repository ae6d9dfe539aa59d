namespace CleanApi.WebApi.Pages;

/// <summary>The model of the home page.</summary>
/// <param name="Links">Where to go on.</param>
/// <param name="IsSignedIn">Whether the browser has the cookie of a session.</param>
public sealed record HomeModel(ServiceLinks Links, bool IsSignedIn);
