using CleanApi.Application.Access;
using CleanApi.WebApi.RateLimits;

namespace CleanApi.WebApi.Pages;

/// <summary>Registers an organization with its first administrator; a mail verifies the address.</summary>
internal sealed class RegisterPage : FormPage
{
    public override string Address => PageAddresses.Register;

    public override IReadOnlyList<string> Fields => ["organizationName", "name", "email"];

    public override string RatePolicy => RatePolicies.Expensive;

    public override IResult Show(PageRequest request, PageProblem? problem) => new PageResult<RegisterView, RegisterModel>(
        new RegisterModel(request.Text("organizationName"), request.Text("name"), request.Text("email"), request.ReturnUrl, request.IsSent, problem),
        problem?.Status ?? StatusCodes.Status200OK);

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        await request.SendAsync(new Register(request.Text("organizationName"), request.Text("name"), request.Text("email")));
        return new SeeOther(PageAddresses.Sent(Address));
    }
}
