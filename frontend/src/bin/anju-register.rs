//! Starts the room `register` in its document: taking reports down.

use anju_frontend::{rooms::register, route::Room, run};

fn main() {
    run(Room::Register, register::page);
}
