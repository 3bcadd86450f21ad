"""Teach a small convolutional network the shapes of galaxies, in plain PyTorch.

    python train_torch.py --device auto|cpu|cuda
"""

import time

import experiment

experiment.end_quietly_when_interrupted()
wish = experiment.options("PyTorch")

try:  # After the handler, so that Ctrl-C is quiet from the first moment.
    import torch
    from torch.nn import functional
except ImportError as error:
    experiment.stop(
        f"PyTorch cannot be imported here: {error}.",
        "Run this in the environment that has it: pixi run -e gpu train")


class Network(torch.nn.Module):
    """Three rounds of convolution and pooling, the mean over the picture, one linear layer."""

    def __init__(self, weights):
        super().__init__()
        self.weights = torch.nn.ParameterList(torch.from_numpy(weight) for weight, _ in weights)
        self.biases = torch.nn.ParameterList(torch.from_numpy(bias) for _, bias in weights)

    def forward(self, pictures):
        values = pictures.unsqueeze(1)
        for weight, bias in zip(self.weights[:-1], self.biases[:-1]):
            values = functional.relu(functional.conv2d(values, weight, bias, padding=1))
            values = functional.max_pool2d(values, 2)
        return functional.linear(values.mean(dim=(2, 3)), self.weights[-1], self.biases[-1])


def choose_device():
    if wish.device == "cpu" or (wish.device == "auto" and not torch.cuda.is_available()):
        return torch.device("cpu")
    if not torch.cuda.is_available():
        if torch.version.cuda is None:
            experiment.stop(
                f"This PyTorch ({torch.__version__}) is a build without CUDA.",
                "Install a CUDA build (pytorch-gpu), or run with --device cpu.")
        experiment.stop(
            f"PyTorch was built for CUDA {torch.version.cuda} but finds no GPU here.",
            "See whether nvidia-smi lists one, or run with --device cpu.")
    return torch.device("cuda:0")


def wait(device):
    """A GPU computes behind the program's back: the clock is read when it is done."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def accuracy(network, pictures, kinds):
    with torch.no_grad():
        right = sum(
            (network(some).argmax(dim=1) == true).sum()
            for some, true in zip(pictures.split(250), kinds.split(250)))
    return int(right) / len(kinds)


def main(before_end=None):
    """Trains and prints; `before_end(network, pictures, kinds)` may add what it finds in the test."""
    torch.set_num_threads(experiment.threads())
    device = choose_device()
    on_gpu = device.type == "cuda"
    experiment.line(
        event="start", framework="torch", version=torch.__version__,
        cuda=torch.version.cuda or "none", epochs=wish.epochs,
        steps_per_epoch=wish.train_size // experiment.BATCH, device=str(device),
        device_name=torch.cuda.get_device_name(device) if on_gpu else experiment.processor_name(),
        threads=None if on_gpu else torch.get_num_threads())

    training, test = experiment.pictures(wish.train_size)
    pictures, kinds = (torch.from_numpy(array).to(device) for array in training)
    test = [torch.from_numpy(array).to(device) for array in test]
    kinds, test[1] = kinds.long(), test[1].long()

    network = Network(experiment.first_weights(wish.seed)).to(device)
    optimiser = torch.optim.Adam(network.parameters())
    steps = wish.epochs * (wish.train_size // experiment.BATCH)
    throughput = experiment.Throughput()
    step = 0

    def figures():
        peak = torch.cuda.max_memory_allocated(device) if on_gpu else experiment.peak_resident_bytes()
        return dict(
            device=str(device), elapsed=experiment.elapsed(), images=throughput.images,
            peak_memory_bytes=peak)

    for epoch in range(1, wish.epochs + 1):
        total = torch.zeros((), device=device)
        order = experiment.batches(wish.train_size, wish.seed, epoch)
        for places in order:
            began = time.perf_counter()
            step += 1
            for group in optimiser.param_groups:
                group["lr"] = experiment.learning_rate(step, steps)
            chosen = torch.from_numpy(places).to(device)
            loss = functional.cross_entropy(network(pictures[chosen]), kinds[chosen])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += loss.detach()
            wait(device)
            throughput.add(len(places), time.perf_counter() - began)
            if step % experiment.STEPS_PER_LINE == 0:
                experiment.line(
                    epoch=epoch, step=step, loss=loss.item(),
                    images_per_second=throughput.of_line())
        last = dict(loss=total.item() / len(order), accuracy=accuracy(network, *test))
        experiment.line(
            epoch=epoch, step=step, **last, images_per_second=throughput.of_epoch(), **figures())

    if before_end is not None:
        before_end(network, *test)
    experiment.line(
        event="end", epochs=wish.epochs, step=step, **last,
        images_per_second=throughput.of_all(), **figures())


if __name__ == "__main__":
    main()
