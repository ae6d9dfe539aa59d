using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Throws the requested exception.</summary>
[ApiController]
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
[Route(Path)]
public sealed class FailuresController : ControllerBase
{
    /// <summary>The path.</summary>
    public const string Path = "/failures";

    /// <summary>Throws.</summary>
    [HttpGet("{name}", Name = "fail")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public IActionResult Fail(string name) => HttpContext is null ? Ok() : throw Failures.All[name]();
}
