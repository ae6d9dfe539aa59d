using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Common;

/// <summary>Sends what is done without an answer to it.</summary>
/// <param name="sender">Sends to the application.</param>
[ApiController]
public abstract class CommandController(ISender sender) : ControllerBase
{
    /// <summary>204.</summary>
    protected async Task<IActionResult> NoContent(IRequest<Unit> request, CancellationToken cancellationToken)
    {
        await sender.Send(request, cancellationToken);
        return NoContent();
    }

    /// <summary>202: what comes of it, comes by mail.</summary>
    protected async Task<IActionResult> Accepted(IRequest<Unit> request, CancellationToken cancellationToken)
    {
        await sender.Send(request, cancellationToken);
        return Accepted();
    }
}
