using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>Completes an MFA challenge and signs in.</summary>
internal sealed class SecondFactorPage : FormPage
{
    /// <summary>The parameter that chooses what to confirm with.</summary>
    public const string MethodParameter = "method";

    public override string Address => PageAddresses.SecondFactor;

    public override IReadOnlyList<string> Fields => ["code"];

    public override IReadOnlyList<string> Credentials => Fields;

    public override IResult Show(PageRequest request, PageProblem? problem) =>
        new SeeOther(PageAddresses.With(PageAddresses.SignIn, "returnUrl", request.ReturnUrl));

    public override async Task<IResult> ShowAsync(PageRequest request, PageProblem? problem)
    {
        if (SecondFactorCookie.Read(request.Http) is not var (token, methods))
        {
            return Show(request, problem);
        }

        try
        {
            var challenge = await request.SendAsync(new LookupMfaChallenge(token));
            var model = new SecondFactorModel(
                challenge.Email.ToString(), request.ReturnUrl, token, methods, SecondFactorModel.Choose(methods, request.Text(MethodParameter)),
                problem is { IsUnauthenticated: true } ? problem with { Message = Describe(challenge.AttemptsLeft) } : problem);
            return new PageResult<SecondFactorView, SecondFactorModel>(model, problem?.Status ?? StatusCodes.Status200OK);
        }
        catch (AuthenticationError)
        {
            // Expired, used, or tried too often: no code signs in any more.
            request.Http.RequestServices.GetRequiredService<SecondFactorCookie>().Expire(request.Http);
            return new SeeOther(PageAddresses.For(PageNotice.At(PageAddresses.SignIn, PageNotice.SignInAgain), request.Text("username"), request.ReturnUrl));
        }
    }

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        // Authenticator apps show the code in groups.
        var code = request.Text("code")?.Replace(" ", "", StringComparison.Ordinal);
        var signIn = await request.SendAsync(new VerifySecondFactor(SecondFactorCookie.Read(request.Http)?.Token, code));
        request.Http.RequestServices.GetRequiredService<SecondFactorCookie>().Expire(request.Http);
        return SignInSteps.Next(request, signIn);
    }

    private static string Describe(int attemptsLeft) =>
        $"This code is wrong, was used before, or has expired. You can try {(attemptsLeft == 1 ? "once more" : $"{attemptsLeft} more times")}, then you have to sign in again.";
}
