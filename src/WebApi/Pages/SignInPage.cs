using CleanApi.Application.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>Signs in with a password; links to the other ways.</summary>
internal sealed class SignInPage : FormPage
{
    public override string Address => PageAddresses.SignIn;

    public override IReadOnlyList<string> Fields => ["email", "password"];

    public override IReadOnlyList<string> Credentials => Fields;

    public override string? RecognizesCaller => "Whoever has signed in can go on as they are.";

    // A browser with the cookie of a session that has ended must be able to sign in again.
    public override bool SubmitsAsCaller => false;

    public override IResult Show(PageRequest request, PageProblem? problem) => Show(request, person: null, problem);

    public override async Task<IResult> ShowAsync(PageRequest request, PageProblem? problem) =>
        Show(request, problem is null && SignedInPage.IsFor(request.Http) ? await SignedInPerson.FindAsync(request) : null, problem);

    public override async Task<IResult> SubmitAsync(PageRequest request) =>
        SignInSteps.Next(request, await request.SendAsync(new Login(request.Text("email"), request.Text("password"))));

    private static PageResult<SignInView, SignInModel> Show(PageRequest request, SignedInPerson? person, PageProblem? problem) => new(
        new SignInModel(
            request.Text("email"), request.ReturnUrl, Providers(request), person, problem is null ? PageNotice.Asked(request) : null, problem),
        problem?.Status ?? StatusCodes.Status200OK);

    private static List<ProviderLink> Providers(PageRequest request) =>
    [
        .. request.Http.RequestServices.GetRequiredService<IExternalProviders>().All.Select(provider => new ProviderLink(
            provider.DisplayName, PageAddresses.With($"/api/auth/external/{provider.Name}", "returnUrl", request.ReturnUrl))),
    ];
}
