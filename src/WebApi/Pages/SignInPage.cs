using CleanApi.Application.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>Signs in with a password; links to the other ways.</summary>
internal sealed class SignInPage : FormPage
{
    public override string Address => PageAddresses.SignIn;

    public override IReadOnlyList<string> Fields => ["email", "password"];

    public override IResult Show(PageRequest request, PageProblem? problem) => new PageResult<SignInView, SignInModel>(
        new SignInModel(
            request.Text("email"), request.ReturnUrl, Providers(request), SignedInPage.IsFor(request.Http), problem is null ? PageNotice.Text(request.Text("notice")) : null, problem),
        problem?.Status ?? StatusCodes.Status200OK);

    public override async Task<IResult> SubmitAsync(PageRequest request) =>
        SignInSteps.Next(request, await request.SendAsync(new Login(request.Text("email"), request.Text("password"))));

    private static List<ProviderLink> Providers(PageRequest request) =>
    [
        .. request.Http.RequestServices.GetRequiredService<IExternalProviders>().All.Select(provider => new ProviderLink(
            provider.DisplayName, PageAddresses.With($"/api/auth/external/{provider.Name}", "returnUrl", request.ReturnUrl))),
    ];
}
