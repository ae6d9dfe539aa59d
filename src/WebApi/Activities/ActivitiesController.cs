using CleanApi.Application.Activities;
using CleanApi.WebApi.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Activities;

/// <summary>How much goes on in your organization.</summary>
[Route("/api/v1/organization/activity")]
[Tags("Activity")]
public sealed class ActivitiesController(ISender sender) : ResourceController<ActivityResponse, ActivityResource>(sender)
{
    /// <summary>Returns the activity of your organization</summary>
    /// <remarks>
    /// Sign-ins, active people, posts and invitations by day, week or month in your time zone, for a dashboard: at most 366 buckets, also those in which nothing
    /// went on. `members` tells administrators what each member did. People who were deleted since count on. What happens is counted soon after, within seconds.
    /// </remarks>
    [HttpGet(Name = "getActivity")]
    [ProducesResponseType<Document<ActivityResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get([FromQuery] GetActivity query, CancellationToken cancellationToken) => One(query, cancellationToken);
}
