namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Waits for what comes about by itself.</summary>
internal static class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again and again until it is so.</summary>
    /// <exception cref="TimeoutException">It was not within 30 seconds.</exception>
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

    /// <summary>Asks again and again until it is so.</summary>
    /// <exception cref="TimeoutException">It was not within 30 seconds.</exception>
    public static Task UntilAsync(string what, Func<bool> isSo) => UntilAsync(what, () => Task.FromResult(isSo()));
}
