namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Waits for conditions.</summary>
internal static class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Polls until the condition holds.</summary>
    /// <exception cref="TimeoutException">The condition did not hold within 90 seconds: on a machine with much else to do, none is too short.</exception>
    public static async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(Interval);
        while (!await isSo())
        {
            if (deadline.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited {Patience} in vain: {what}");
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>Polls until the condition holds.</summary>
    /// <exception cref="TimeoutException">The condition did not hold within 90 seconds: on a machine with much else to do, none is too short.</exception>
    public static Task UntilAsync(string what, Func<bool> isSo) => UntilAsync(what, () => Task.FromResult(isSo()));
}
