using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Users;

/// <summary>The people of your organization.</summary>
[Route(Path)]
[Tags("Users")]
public sealed class UsersController(ISender sender) : ResourceController<UserResponse, UserResource>(sender)
{
    private const string Path = "/api/v1/users";

    /// <summary>Lists users</summary>
    /// <remarks>A page of the users of your organization, newest first by default. Follow `links.next` until it is null.</remarks>
    [HttpGet(Name = "listUsers")]
    [ProducesResponseType<PageDocument<UserResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List([FromQuery] ListUsers query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    /// <summary>Creates a user</summary>
    /// <remarks>Adds a person to your organization. Their status is INVITED until they are activated; no password is chosen for them.</remarks>
    [HttpPost(Name = "createUser")]
    [ProducesError(ErrorCodes.DuplicateValue)]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> Create(CreateUser command, CancellationToken cancellationToken) => New(command, Path, cancellationToken);

    /// <summary>Returns a user</summary>
    [HttpGet("{id}", Name = "getUser")]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(UserId id, [FromQuery] GetUser query, CancellationToken cancellationToken) => One(query.Of(id), cancellationToken);

    /// <summary>Replaces a user</summary>
    /// <remarks>
    /// All that can be written is replaced; what is left out is removed. Administrators can replace any user, others only themselves. Nobody can change their
    /// own role.
    /// </remarks>
    [HttpPut("{id}", Name = "replaceUser")]
    [ProducesError(ErrorCodes.BadRequest, Reason = ReasonCodes.OwnRole)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.LastAdministrator)]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Replace(
        UserId id, ReplaceUser command, CancellationToken cancellationToken) =>
        One(command with { Id = id }, cancellationToken);

    /// <summary>Updates a user</summary>
    /// <remarks>JSON Merge Patch (RFC 7396): absent fields stay, null removes. Administrators can update any user, others only themselves. Nobody can change their own role.</remarks>
    [HttpPatch("{id}", Name = "updateUser")]
    [ProducesError(ErrorCodes.BadRequest, Reason = ReasonCodes.OwnRole)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.LastAdministrator)]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Update(
        UserId id, UserPatch patch, CancellationToken cancellationToken) =>
        One(new UpdateUser(id, patch), cancellationToken);

    /// <summary>Deletes a user</summary>
    /// <remarks>Their sessions end immediately, and their address is free again. Nobody can delete themselves.</remarks>
    [HttpDelete("{id}", Name = "deleteUser")]
    [ProducesError(ErrorCodes.BadRequest, Reason = ReasonCodes.OwnAccount)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.LastAdministrator)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Delete(UserId id, CancellationToken cancellationToken) =>
        NoContent(new DeleteUser(id), cancellationToken);

    /// <summary>Activates a user</summary>
    /// <remarks>Lets them sign in. Activating an active user changes nothing.</remarks>
    [HttpPost("{id}/activate", Name = "activateUser")]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Activate(UserId id, CancellationToken cancellationToken) => One(new ActivateUser(id), cancellationToken);

    /// <summary>Deactivates a user</summary>
    /// <remarks>Locks them out and ends their sessions immediately. Nobody can deactivate themselves.</remarks>
    [HttpPost("{id}/deactivate", Name = "deactivateUser")]
    [ProducesError(ErrorCodes.BadRequest, Reason = ReasonCodes.OwnAccount, Message = "Cannot deactivate your own account")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.LastAdministrator)]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Deactivate(UserId id, CancellationToken cancellationToken) => One(new DeactivateUser(id), cancellationToken);

    /// <summary>Resets a user's second factors</summary>
    /// <remarks>
    /// Administrators in person, for somebody who has lost them: removes the authenticator app, the passkeys and the recovery codes of their account, and ends their
    /// sessions. They get a mail, sign in with their password, and set up new ones. Refused where their account is in another organization too, and on oneself.
    /// </remarks>
    [HttpPost("{id}/reset-factors", Name = "resetUserFactors")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.ExceedsOwnRights)]
    [ProducesError(ErrorCodes.BadRequest, Reason = ReasonCodes.OwnAccount, Message = UserErrors.OwnFactorsMessage)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.SharedAccount)]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> ResetFactors(UserId id, CancellationToken cancellationToken) => One(new ResetUserFactors(id), cancellationToken);
}
