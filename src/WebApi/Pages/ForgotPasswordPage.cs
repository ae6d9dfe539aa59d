using CleanApi.Application.Access;
using CleanApi.WebApi.RateLimits;

namespace CleanApi.WebApi.Pages;

/// <summary>Requests a mail with a password reset link.</summary>
internal sealed class ForgotPasswordPage : FormPage
{
    public override string Address => PageAddresses.ForgotPassword;

    public override IReadOnlyList<string> Fields => ["email"];

    public override string RatePolicy => RatePolicies.Expensive;

    public override IResult Show(PageRequest request, PageProblem? problem) => new PageResult<ForgotPasswordView, LinkRequestModel>(
        new LinkRequestModel(request.Text("email"), request.ReturnUrl, request.IsSent, problem), problem?.Status ?? StatusCodes.Status200OK);

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        await request.SendAsync(new ForgotPassword(request.Text("email")));
        return new SeeOther(PageAddresses.Sent(Address));
    }
}
