using CleanApi.Application.Users;
using CleanApi.WebApi.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Users;

/// <summary>Your own profile.</summary>
[Route("/api/v1/me")]
[Tags("Me")]
public sealed class MeController(ISender sender) : ResourceController<UserResponse, UserResource>(sender)
{
    /// <summary>Returns your profile</summary>
    [HttpGet(Name = "getMe")]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get([FromQuery] GetMe query, CancellationToken cancellationToken) => One(query, cancellationToken);

    /// <summary>Updates your profile</summary>
    /// <remarks>JSON Merge Patch (RFC 7396): absent fields stay, null removes.</remarks>
    [HttpPatch(Name = "updateMe")]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Update(
        UpdateMe command, CancellationToken cancellationToken) =>
        One(command, cancellationToken);
}
