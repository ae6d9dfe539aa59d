using CleanApi.Application.Access;
using CleanApi.WebApi.RateLimits;

namespace CleanApi.WebApi.Pages;

/// <summary>Requests the verification mail again.</summary>
internal sealed class ResendVerificationPage : FormPage
{
    public override string Address => PageAddresses.ResendVerification;

    public override IReadOnlyList<string> Fields => ["email"];

    public override string RatePolicy => RatePolicies.Expensive;

    public override IResult Show(PageRequest request, PageProblem? problem) => new PageResult<ResendVerificationView, LinkRequestModel>(
        new LinkRequestModel(request.Text("email"), request.ReturnUrl, request.IsSent, problem), problem?.Status ?? StatusCodes.Status200OK);

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        await request.SendAsync(new ResendVerification(request.Text("email")));
        return new SeeOther(PageAddresses.Sent(Address));
    }
}
