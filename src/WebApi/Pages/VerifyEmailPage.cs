using CleanApi.Application.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Pages;

/// <summary>Completes a registration with the token from a mail. Requires a button click, because mail scanners open links.</summary>
internal sealed class VerifyEmailPage : FormPage
{
    public override string Address => PageAddresses.VerifyEmail;

    public override IReadOnlyList<string> Fields => ["password"];

    public override bool HoldsToken => true;

    public override IResult Show(PageRequest request, PageProblem? problem) => Show(request, registration: null, problem);

    public override async Task<IResult> ShowAsync(PageRequest request, PageProblem? problem)
    {
        try
        {
            return Show(request, await request.SendAsync(new LookupRegistration(request.Text("token"))), problem);
        }
        catch (ValidationError error)
        {
            // A page that is opened says so too: with 200, because it is the page that was asked for.
            return problem is null ? Opened(request, PageProblem.Of(error, [])) : Show(request, problem);
        }
    }

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        await request.SendAsync(new VerifyEmail(request.Text("token"), request.Text("password")));
        return new SeeOther(PageNotice.AtSignIn(request.Text("password") is null ? PageNotice.OrganizationAdded : PageNotice.EmailVerified));
    }

    private static PageResult<VerifyEmailView, VerifyEmailModel> Opened(PageRequest request, PageProblem problem) =>
        new(new VerifyEmailModel(request.Text("token"), null, problem), StatusCodes.Status200OK);

    private static PageResult<VerifyEmailView, VerifyEmailModel> Show(PageRequest request, RegistrationPreviewResponse? registration, PageProblem? problem) =>
        new(new VerifyEmailModel(request.Text("token"), registration, problem), problem?.Status ?? StatusCodes.Status200OK);
}
