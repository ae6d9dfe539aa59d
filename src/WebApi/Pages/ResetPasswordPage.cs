using CleanApi.Application.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Pages;

/// <summary>Sets a password with the token from a mail.</summary>
internal sealed class ResetPasswordPage : FormPage
{
    public override string Address => PageAddresses.ResetPassword;

    public override IReadOnlyList<string> Fields => ["password"];

    public override bool HoldsToken => true;

    public override IResult Show(PageRequest request, PageProblem? problem) => Show(request, email: null, problem, problem?.Status);

    public override async Task<IResult> ShowAsync(PageRequest request, PageProblem? problem)
    {
        try
        {
            var link = await request.SendAsync(new LookupPasswordReset(request.Text("token")));
            return Show(request, link.Email.ToString(), problem, problem?.Status);
        }
        catch (ValidationError error)
        {
            // A page that is opened says so with 200, because it is the page that was asked for.
            return Show(request, email: null, PageProblem.OfLink(error), problem?.Status);
        }
    }

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        var email = (await request.SendAsync(new LookupPasswordReset(request.Text("token")))).Email.ToString();
        await request.SendAsync(new ResetPassword(request.Text("token"), request.Text("password")));
        return new SeeOther(PageAddresses.For(PageNotice.At(PageAddresses.SignIn, PageNotice.PasswordChanged), email, returnUrl: null));
    }

    private static PageResult<ResetPasswordView, ResetPasswordModel> Show(PageRequest request, string? email, PageProblem? problem, int? status) =>
        new(new ResetPasswordModel(request.Text("token"), email, problem), status ?? StatusCodes.Status200OK);
}
