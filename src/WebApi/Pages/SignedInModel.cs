using CleanApi.Application.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page for signed-in users.</summary>
/// <param name="Person">Who has signed in.</param>
/// <param name="Others">The other organizations that they can go to.</param>
/// <param name="Notice">The notice of a completed action.</param>
public sealed record SignedInModel(SignedInPerson Person, IReadOnlyList<MyOrganizationResponse> Others, PageNotice? Notice);
