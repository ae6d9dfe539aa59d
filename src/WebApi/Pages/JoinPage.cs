using CleanApi.Application.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.WebApi.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>Asks at a first external sign-in which organization to join: one that has invited the address, or one's own.</summary>
internal sealed class JoinPage : FormPage
{
    /// <summary>The choice of an organization of one's own.</summary>
    public const string Own = "own";

    public override string Address => PageAddresses.Join;

    public override IReadOnlyList<string> Fields => [];

    public override IResult Show(PageRequest request, PageProblem? problem) => new SeeOther(PageAddresses.With(PageAddresses.SignIn, "returnUrl", request.ReturnUrl));

    public override async Task<IResult> ShowAsync(PageRequest request, PageProblem? problem)
    {
        try
        {
            var registration = await request.SendAsync(new GetExternalRegistration(ExternalRegistrationCookie.Read(request.Http)));
            return new PageResult<JoinView, JoinModel>(new JoinModel(registration, request.ReturnUrl, problem), problem?.Status ?? StatusCodes.Status200OK);
        }
        catch (ValidationError)
        {
            // Too late, or chosen already.
            return Show(request, problem);
        }
    }

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        InvitationId? invitation = TypeId.TryParse<InvitationId>(request.Text("invitation"), out var id) ? id : null;
        if (invitation is null && request.Text("invitation") != Own)
        {
            return await ShowAsync(request, null);
        }

        var signIn = await request.SendAsync(new CompleteExternalRegistration(ExternalRegistrationCookie.Read(request.Http), invitation));
        request.Http.RequestServices.GetRequiredService<ExternalRegistrationCookie>().Expire(request.Http);
        return SignInSteps.Next(request, signIn);
    }
}
