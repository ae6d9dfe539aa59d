using CleanApi.Application.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.RateLimits;

namespace CleanApi.WebApi.Pages;

/// <summary>Goes to another organization of the person who has signed in. Its buttons are on the page of whoever is signed in.</summary>
internal sealed class SwitchOrganizationPage : FormPage
{
    public override string Address => PageAddresses.SwitchOrganization;

    public override IReadOnlyList<string> Fields => [];

    public override bool NeedsSession => true;

    public override string RatePolicy => RatePolicies.Api;

    public override IResult Show(PageRequest request, PageProblem? problem) =>
        new SeeOther(problem is null ? PageAddresses.SignedIn : PageNotice.At(PageAddresses.SignedIn, PageNotice.OrganizationUnavailable));

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        OrganizationId? organization = TypeId.TryParse<OrganizationId>(request.Text("organizationId"), out var id) ? id : null;
        return SignInSteps.Next(request, await request.SendAsync(new SwitchOrganization(organization)));
    }
}
