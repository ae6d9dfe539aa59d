using CleanApi.Application.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page that asks which organization to join at a first external sign-in.</summary>
/// <param name="Registration">What there is to choose.</param>
/// <param name="ReturnUrl">Where to go to afterwards.</param>
/// <param name="Problem">The errors of the submission.</param>
public sealed record JoinModel(ExternalRegistrationResponse Registration, string? ReturnUrl, PageProblem? Problem);
