using CleanApi.Application.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Pages;

/// <summary>Completes a registration with the token from a mail. Requires a button click, because mail scanners open links.</summary>
internal sealed class VerifyEmailPage : FormPage
{
    public override string Address => PageAddresses.VerifyEmail;

    public override IReadOnlyList<string> Fields => ["password"];

    public override bool HoldsToken => true;

    public override IResult Show(PageRequest request, PageProblem? problem) => Show(request, registration: null, problem, problem?.Status);

    public override async Task<IResult> ShowAsync(PageRequest request, PageProblem? problem)
    {
        try
        {
            return Show(request, await request.SendAsync(new LookupRegistration(request.Text("token"))), problem, problem?.Status);
        }
        catch (ValidationError error)
        {
            // A page that is opened says so with 200, because it is the page that was asked for.
            return Show(request, registration: null, PageProblem.OfLink(error), problem?.Status);
        }
    }

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        var registration = await request.SendAsync(new LookupRegistration(request.Text("token")));
        await request.SendAsync(new VerifyEmail(request.Text("token"), request.Text("password")));
        var notice = request.Text("password") is null ? PageNotice.OrganizationAdded : PageNotice.EmailVerified;
        return new SeeOther(PageAddresses.For(PageNotice.At(PageAddresses.SignIn, notice), registration.Email, returnUrl: null));
    }

    private static PageResult<VerifyEmailView, VerifyEmailModel> Show(
        PageRequest request, RegistrationPreviewResponse? registration, PageProblem? problem, int? status) =>
        new(new VerifyEmailModel(request.Text("token"), registration, problem), status ?? StatusCodes.Status200OK);
}
