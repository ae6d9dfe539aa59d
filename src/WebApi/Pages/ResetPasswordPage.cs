using CleanApi.Application.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>Sets a password with the token from a mail.</summary>
internal sealed class ResetPasswordPage : FormPage
{
    public override string Address => PageAddresses.ResetPassword;

    public override IReadOnlyList<string> Fields => ["password"];

    public override bool HoldsToken => true;

    public override IResult Show(PageRequest request, PageProblem? problem) => new PageResult<ResetPasswordView, TokenModel>(
        new TokenModel(request.Text("token"), null, problem), problem?.Status ?? StatusCodes.Status200OK);

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        await request.SendAsync(new ResetPassword(request.Text("token"), request.Text("password")));
        return new SeeOther(PageNotice.AtSignIn(PageNotice.PasswordChanged));
    }
}
