using CleanApi.Application.Access;
using CleanApi.WebApi.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>Completes an MFA challenge and signs in.</summary>
internal sealed class SecondFactorPage : FormPage
{
    public override string Address => PageAddresses.SecondFactor;

    public override IReadOnlyList<string> Fields => ["code"];

    public override IResult Show(PageRequest request, PageProblem? problem)
    {
        if (SecondFactorCookie.Read(request.Http) is not var (token, methods))
        {
            return new SeeOther(PageAddresses.With(PageAddresses.SignIn, "returnUrl", request.ReturnUrl));
        }

        var model = new SecondFactorModel(
            request.ReturnUrl,
            token,
            methods.Contains(SecondFactorMethods.Totp, StringComparer.Ordinal) || methods.Contains(SecondFactorMethods.RecoveryCode, StringComparer.Ordinal),
            methods.Contains(SecondFactorMethods.Passkey, StringComparer.Ordinal),
            problem);
        return new PageResult<SecondFactorView, SecondFactorModel>(model, problem?.Status ?? StatusCodes.Status200OK);
    }

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        // Authenticator apps show the code in groups.
        var code = request.Text("code")?.Replace(" ", "", StringComparison.Ordinal);
        var signIn = await request.SendAsync(new VerifySecondFactor(SecondFactorCookie.Read(request.Http)?.Token, code));
        request.Http.RequestServices.GetRequiredService<SecondFactorCookie>().Expire(request.Http);
        return SignInSteps.Next(request, signIn);
    }
}
