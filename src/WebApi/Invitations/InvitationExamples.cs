using CleanApi.Application.Invitations;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.Invitations;

/// <summary>What invitations look like.</summary>
internal sealed class InvitationExamples : IExamples
{
    private const string Path = "/api/v1/invitations";
    private const string Email = "invited@acme.test";

    private static readonly InvitationResource Invitation = new(
        TypeIdSchema.Example<InvitationId>(), InvitationResource.TypeName,
        new InvitationAttributes(
            EmailAddress.Parse(Email), UserRole.Member, InvitationStatus.Pending, Examples.Time.AddDays(7), null, Examples.Time, Examples.Time),
        new InvitationRelationships(
            new Relationship<UserId, UserAttributes>(TypeIdSchema.Example<UserId>(), UserResource.TypeName),
            new Relationship<OrganizationId, OrganizationSummary>(TypeIdSchema.Example<OrganizationId>(), OrganizationResource.TypeName)));

    public IEnumerable<object> Values =>
    [
        new SendInvitation(Email, UserRole.Member),
        new AcceptInvitation("tok_aH7vT2mXq9LcR4wZ0sKd8YbN3eJ6uPfG1iOx5tQvB2M", "Ada Lovelace", "Gl4ss bridges hum"),
        Examples.Document(Invitation),
        Examples.CursorPage(Path, Invitation),
        Examples.NumberedPage(Path, Invitation),
    ];
}
