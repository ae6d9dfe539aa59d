namespace CleanApi.WebApi.Pages;

/// <summary>The model of the first page.</summary>
/// <param name="Links">Where to go on.</param>
public sealed record HomeModel(ServiceLinks Links);
