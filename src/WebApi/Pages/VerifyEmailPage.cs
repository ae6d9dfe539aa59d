using CleanApi.Application.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>Completes a registration with the token from a mail. Requires a button click, because mail scanners open links.</summary>
internal sealed class VerifyEmailPage : FormPage
{
    public override string Address => PageAddresses.VerifyEmail;

    public override IReadOnlyList<string> Fields => [];

    public override bool HoldsToken => true;

    public override IResult Show(PageRequest request, PageProblem? problem) => new PageResult<VerifyEmailView, TokenModel>(
        new TokenModel(request.Text("token"), null, problem), problem?.Status ?? StatusCodes.Status200OK);

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        await request.SendAsync(new VerifyEmail(request.Text("token")));
        return new SeeOther(PageNotice.AtSignIn(PageNotice.EmailVerified));
    }
}
