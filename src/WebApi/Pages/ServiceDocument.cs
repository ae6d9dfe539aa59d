using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Pages;

/// <summary>What the home page is to programs.</summary>
/// <param name="Name">The service.</param>
/// <param name="Links">Where to go on.</param>
/// <param name="Meta">About this answer.</param>
public sealed record ServiceDocument(string Name, ServiceLinks Links, Meta Meta);
